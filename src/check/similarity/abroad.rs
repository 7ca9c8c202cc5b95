//! What is called so by itself in other countries: a name that is one letter away from a listed one and means
//! something of its own is nobody's typing error.

use std::collections::HashSet;
use std::sync::OnceLock;

/// Municipalities and regions of Belgium by their Dutch names, in letters only: as Wikidata named them or their
/// accounts and sites on 6 April 2026 (Govdirectory).
const PLACES: &str = "\
    aalter aarschot aartselaar affligem alken alveringem anderlecht antwerpen anzegem ardooie arendonk as \
    asse assenede avelgem baarlehertog balen beernem beerse beersel begijnendijk bekkevoort beringen berlaar \
    berlare bertem bever bierbeek bilzen blankenberge bocholt boechout bonheiden boom boortmeerbeek bornem \
    boutersem brasschaat brecht bredene bree brugge buggenhout damme deerlijk dehaan deinze denderleeuw \
    dendermonde dentergem depanne dessel destelbergen diepenbeek diest diksmuide dilbeek dilsenstokkem \
    drogenbos duffel edegem eeklo erpemere essen etterbeek evere evergem ganshoren gavere geel geetbets genk \
    geraardsbergen gingelom gistel glabbeek grimbergen grobbendonk haacht haaltert halen ham hamme \
    hamontachel harelbeke hechteleksel heers heist heistopdenberg hemiksem herent herentals herenthout \
    herkdestad herselt herstappe herzele heusdenzolder heuvelland hoegaarden hoeilaart hoeselt holsbeek \
    hooglede hoogstraten horebeke houthalenhelchteren houthulst hove huldenberg hulshout ichtegem ieper \
    ingelmunster izegem jabbeke jette kalmthout kampenhout kapellen kapelleopdenbos kaprijke kasterlee \
    keerbergen kinrooi kluisbergen knokkeheist koekelare koekelberg koksijde kontich kortemark kortenaken \
    kortenberg kortrijk kraainem kruisem kuurne laakdal laarne lanaken landen langemarkpoelkapelle lebbeke \
    lede ledegem lendelede lennik leopoldsburg leuven lichtervelde liedekerke lier lierde lievegem lille \
    linkebeek lint linter lochristi lokeren lommel londerzeel lubbeek lummen maarkedal maaseik maasmechelen \
    machelen maldegem malle meerhout meetjesland meise menen merchtem merelbekemelle merksplas mesen \
    middelkerke mol moorslede mortsel nazarethdepinte niel nieuwerkerken nijlen ninove olen oostende \
    oosterzele oostkamp oostrozebeke opwijk oudenaarde oudenburg oudheverlee oudsbergen oudturnhout overijse \
    pajottegem pajottenland peer pelt pepingen pittem poperinge puurssintamands ranst ravels retie riemst \
    rijkevorsel rivierenland roeselare ronse roosdaal rotselaar rumst scheldewaas schelle \
    scherpenheuvelzichem schilde schoten sintgenesiusrode sintgilliswaas sintkatelijnewaver sintlaureins \
    sintlievenshoutem sintmartenslatem sintniklaas sintpietersleeuw sinttruiden spierehelkijn stabroek \
    staden steenokkerzeel stekene temse ternat tervuren tessenderlo tessenderloham tielt tieltwinge tienen \
    tongerenborgloon torhout tremelo turnhout veurne vilvoorde vleteren voeren voorkempen vorselaar vorst \
    vosselaar waasland waasmunster waregem wellen wemmel wervik westerlo westhoek westkust wetteren wevelgem \
    wezembeekoppem wichelen wielsbeke wijnegem willebroek wingene wommelgem wortegempetegem wuustwezel \
    zandhoven zaventem zedelgem zele zelzate zemst zennevallei zoersel zonhoven zonnebeke zottegem zoutleeuw \
    zuiderkempen zuienkerke zulte zutendaal zwalm zwevegem";

/// What a part of the government is called in other languages.
const WORDS: &str = "\
    cadastre commission defence defensa defense difesa gemeinde inspection inspektion justice justicia \
    justitia kadastre kataster kommission marina marines minister ministere ministerio \
    ministerium ministero nationalombudsman parlament parlamento police policia policie polis polisen \
    polisie politi politia politiet polizei provincia provins provinz senat";

/// Whether these letters are the name of a place abroad where people speak Dutch.
pub(in crate::check) fn is_place(letters: &[u8]) -> bool {
    static ALL: OnceLock<HashSet<&'static [u8]>> = OnceLock::new();
    ALL.get_or_init(|| each(PLACES)).contains(letters)
}

/// Whether these letters are what another language calls a part of the government.
pub(in crate::check) fn is_word(letters: &[u8]) -> bool {
    WORDS.split_ascii_whitespace().any(|word| word.as_bytes() == letters)
}

fn each(list: &'static str) -> HashSet<&'static [u8]> {
    list.split_ascii_whitespace().map(str::as_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_letters_without_repeats() {
        for list in [PLACES, WORDS] {
            let all: Vec<&str> = list.split_ascii_whitespace().collect();
            assert!(all.is_sorted_by(|one, next| one < next), "{all:?}");
            assert!(all.iter().all(|it| it.bytes().all(|b| b.is_ascii_lowercase())));
        }
        assert!(is_place(b"asse") && is_place(b"beersel") && !is_place(b"assen"));
        assert!(is_word(b"defense") && !is_word(b"defensie"));
    }
}
