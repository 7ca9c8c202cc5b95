//! Kinds of organisations.

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $id:literal,)*) => {
        /// What kind of organisation it is. The order is that of the file and of the screen.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
        )]
        pub enum Kind { $($(#[$doc])* $kind,)* }

        impl Kind {
            /// All kinds, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// The name in the file and in JSON.
            pub fn id(self) -> &'static str {
                match self { $(Self::$kind => $id,)* }
            }
        }
    };
}

kinds! {
    /// Ministry.
    Ministry "ministry",
    /// High council of state or comparable office (hoog college van staat).
    HighCouncil "high-council",
    /// Agency of a ministry (agentschap, dienst).
    Agency "agency",
    /// Inspectorate.
    Inspectorate "inspectorate",
    /// Part of the armed forces.
    Defence "defence",
    /// The national police force, or another force of the Kingdom.
    PoliceForce "police-force",
    /// Regional or national police unit.
    PoliceUnit "police-unit",
    /// Police team, station or district.
    PoliceTeam "police-team",
    /// Police theme or project account.
    PoliceTheme "police-theme",
    /// Court or other judicial body.
    Court "court",
    /// Independent administrative body (zelfstandig bestuursorgaan).
    AdministrativeBody "administrative-body",
    /// Legal person with a statutory task (rechtspersoon met wettelijke taak).
    StatutoryBody "statutory-body",
    /// Advisory body.
    AdvisoryBody "advisory-body",
    /// Province.
    Province "province",
    /// Water board.
    WaterBoard "water-board",
    /// Municipality.
    Municipality "municipality",
    /// Caribbean public body.
    CaribbeanBody "caribbean-body",
    /// Safety region.
    SafetyRegion "safety-region",
    /// Fire service.
    FireService "fire-service",
    /// Municipal health service (GGD).
    HealthService "health-service",
    /// Environment service (omgevingsdienst).
    EnvironmentService "environment-service",
    /// Joint arrangement of municipalities and others (gemeenschappelijke regeling).
    JointArrangement "joint-arrangement",
    /// Department or programme of a ministry.
    Department "department",
    /// Something else that speaks for the government.
    Other "other",
}

impl Kind {
    /// The kind with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id)
    }
}
