//! The table of keys.

use crossterm::event::{KeyCode, KeyModifiers};

use super::chord::{alt, ctrl, ctrl_key, function, key, letter};
use super::{Action, Binding, Chord, Focus, When};

const EVERYWHERE: &[Focus] = &Focus::ALL;
const QUERY: &[Focus] = &[Focus::Query];
const CHANNELS: &[Focus] = &[Focus::Channels];
const EVIDENCE: &[Focus] = &[Focus::Evidence];
const QR_CODE: &[Focus] = &[Focus::QrCode];
const CHECK: &[Focus] = &[Focus::Check];
const HELP: &[Focus] = &[Focus::Help];
const PANELS: &[Focus] = &[Focus::Channels, Focus::Evidence];
const AUDIT: &[Focus] = &[Focus::Audit];
const REACH: &[Focus] = &[Focus::Reach];
const TYPING: &[Focus] =
    &[Focus::Filter, Focus::Conditions, Focus::Reason, Focus::Successor, Focus::Add];
const EDITED: &[Focus] = &[
    Focus::Filter,
    Focus::Conditions,
    Focus::Reason,
    Focus::Successor,
    Focus::Add,
    Focus::Reach,
    Focus::Palette,
    Focus::History,
];
const RULE: &[Focus] = &[Focus::Rule];
const SCROLLED: &[Focus] = &[Focus::Audit, Focus::Rule];
const AUDITED: &[Focus] = &[Focus::Audit, Focus::Rule, Focus::Export];
const OBSERVE: &[Focus] = &[Focus::Observe];
const ADD: &[Focus] = &[Focus::Add];
const CONFIRM: &[Focus] = &[Focus::Confirm];
const CHOICES: &[Focus] = &[Focus::Export, Focus::Observe];
const CONVENTIONS: &[Focus] = &[Focus::Conventions];
const PRESENCE: &[Focus] = &[Focus::Presence];
const CONDITIONS: &[Focus] = &[Focus::Conditions];
const REVIEW: &[Focus] = &[Focus::Review];
const PALETTE: &[Focus] = &[Focus::Palette];
const NOT_CHECKING: &[Focus] =
    &[Focus::Audit, Focus::Rule, Focus::Conventions, Focus::Presence, Focus::Reach];
const NOT_AUDITING: &[Focus] =
    &[Focus::Check, Focus::Filter, Focus::Conventions, Focus::Presence, Focus::Reach];
const NOT_MAPPING: &[Focus] =
    &[Focus::Check, Focus::Filter, Focus::Audit, Focus::Rule, Focus::Conventions, Focus::Reach];
const HISTORY: &[Focus] = &[Focus::History];
const FILTERED: &[Focus] = &[Focus::Palette, Focus::History];
const ACCOUNTS: &[Focus] = &[Focus::Channels, Focus::Evidence, Focus::Audit, Focus::Conventions];
const LISTS: &[Focus] = &[
    Focus::Channels,
    Focus::Evidence,
    Focus::Check,
    Focus::Audit,
    Focus::Rule,
    Focus::Export,
    Focus::Conventions,
    Focus::Presence,
    Focus::Review,
    Focus::Observe,
    Focus::Help,
];

macro_rules! table {
    ($($action:ident $focus:ident $when:ident [$($chord:expr),+] $($label:ident).+, $weight:literal;)*) => {
        /// The table, in the order of the help.
        pub static TABLE: &[Binding] = &[$(Binding {
            action: Action::$action,
            focus: $focus,
            when: When::$when,
            chords: &[$($chord),+],
            label: |words| words.$($label).+,
            weight: $weight,
        },)*];
    };
}

table! {
    Activate QUERY Always [key(KeyCode::Enter)] key_open_preferred, 9;
    Into QUERY Always [key(KeyCode::Tab)] key_into, 8;
    Into QUERY AtEnd [key(KeyCode::Right)] key_into, 0;
    Complete QUERY InCondition [key(KeyCode::Tab)] key_complete, 0;
    Mark QUERY Marking [key(KeyCode::Tab)] key_mark, 8;
    Mark CHANNELS Marking [key(KeyCode::Tab)] key_mark, 8;
    Up QUERY Always [key(KeyCode::Up), ctrl('p'), ctrl('k')] key_up, 0;
    Down QUERY Always [key(KeyCode::Down), ctrl('n'), ctrl('j')] key_down, 0;
    PageUp QUERY Always [key(KeyCode::PageUp)] key_page_up, 0;
    PageDown QUERY Always [key(KeyCode::PageDown)] key_page_down, 0;
    First QUERY Always [ctrl_key(KeyCode::Home)] key_first, 0;
    First QUERY NothingTyped [key(KeyCode::Home)] key_first, 0;
    Last QUERY Always [ctrl_key(KeyCode::End)] key_last, 0;
    Last QUERY NothingTyped [key(KeyCode::End)] key_last, 0;
    Check QUERY Always [function(2)] key_check, 8;
    Check CHANNELS Always [function(2)] key_check, 1;
    Copy QUERY Always [ctrl('y')] key_copy, 5;
    Evidence QUERY Always [function(3)] key_evidence, 6;
    QrCode QUERY Always [function(4)] key_qr, 4;
    Source QUERY Always [ctrl('o')] key_source, 0;
    CursorLeft QUERY Always [key(KeyCode::Left), ctrl('b')] key_cursor_left, 0;
    CursorRight QUERY Always [key(KeyCode::Right), ctrl('f')] key_cursor_right, 0;
    LineStart QUERY Always [ctrl('a'), key(KeyCode::Home)] key_line_start, 0;
    LineEnd QUERY Always [ctrl('e'), key(KeyCode::End)] key_line_end, 0;
    DeleteBack QUERY Always [key(KeyCode::Backspace), ctrl('h')] key_delete_back, 0;
    DeleteForward QUERY Always [key(KeyCode::Delete), ctrl('d')] key_delete_forward, 0;
    DeleteWord QUERY Always [ctrl('w'), Chord { code: KeyCode::Backspace, modifiers: KeyModifiers::ALT }] key_delete_word, 0;
    DeleteLine QUERY Always [ctrl('u')] key_delete_line, 0;
    WordLeft QUERY Always [ctrl_key(KeyCode::Left), alt('b')] key_word_left, 0;
    WordRight QUERY Always [ctrl_key(KeyCode::Right), alt('f')] key_word_right, 0;
    Activate CHANNELS Always [key(KeyCode::Enter)] key_open, 9;
    Activate EVIDENCE Always [key(KeyCode::Enter)] key_source, 9;
    Activate CHECK Always [key(KeyCode::Enter)] key_open, 9;
    Next CHECK Always [key(KeyCode::Tab), key(KeyCode::Right)] key_next, 8;
    Previous CHECK Always [key(KeyCode::BackTab), key(KeyCode::Left)] key_previous, 0;
    Evidence CHANNELS Always [letter('e'), function(3)] key_evidence, 8;
    Evidence CHECK Always [letter('e'), function(3)] key_evidence, 6;
    Source CHANNELS Always [letter('o'), ctrl('o')] key_source, 5;
    Source EVIDENCE Always [letter('o'), ctrl('o')] key_source, 0;
    Copy CHANNELS Always [letter('y'), ctrl('y')] key_copy, 7;
    Copy EVIDENCE Always [letter('y'), ctrl('y')] key_copy, 7;
    Copy CHECK Always [letter('y'), ctrl('y')] key_copy, 5;
    Copy QR_CODE Always [letter('y'), ctrl('y')] key_copy, 7;
    QrCode CHANNELS Always [letter('q'), function(4)] key_qr, 6;
    QrCode CHECK Always [letter('q'), function(4)] key_qr, 4;
    Source CHECK Always [letter('o'), ctrl('o')] key_source, 0;
    Up LISTS Always [key(KeyCode::Up), letter('k'), ctrl('p'), ctrl('k')] key_up, 0;
    Down LISTS Always [key(KeyCode::Down), letter('j'), ctrl('n'), ctrl('j')] key_down, 0;
    HalfUp LISTS Always [ctrl('u')] key_half_up, 0;
    HalfDown LISTS Always [ctrl('d')] key_half_down, 0;
    PageUp PANELS Always [key(KeyCode::PageUp)] key_page_up, 0;
    PageDown PANELS Always [key(KeyCode::PageDown)] key_page_down, 0;
    PageUp CHECK Always [key(KeyCode::PageUp)] key_page_up, 0;
    PageDown CHECK Always [key(KeyCode::PageDown), letter(' ')] key_read_on, 8;
    PageUp HELP Always [key(KeyCode::PageUp)] key_page_up, 4;
    PageDown HELP Always [key(KeyCode::PageDown), letter(' ')] key_page_down, 5;
    First LISTS Always [key(KeyCode::Home), letter('g')] key_first, 0;
    Last LISTS Always [key(KeyCode::End), letter('G')] key_last, 0;
    Reach QUERY Always [function(9)] key_reach, 1;
    Reach CHANNELS Always [letter('a'), function(9)] key_reach, 1;
    Favourite QUERY Always [function(8)] key_favourite, 1;
    Favourite CHANNELS Always [function(8)] key_favourite, 1;
    History QUERY Always [ctrl('r')] key_history, 0;
    Activate REACH Always [key(KeyCode::Enter)] key_open, 9;
    Source REACH Always [ctrl('o')] key_source, 6;
    Copy REACH Always [ctrl('y')] key_copy, 7;
    QrCode REACH Always [function(4)] key_qr, 5;
    Up REACH Always [key(KeyCode::Up), ctrl('p')] key_up, 0;
    Down REACH Always [key(KeyCode::Down), ctrl('n')] key_down, 0;
    PageUp REACH Always [key(KeyCode::PageUp)] key_page_up, 0;
    PageDown REACH Always [key(KeyCode::PageDown)] key_page_down, 0;
    First REACH Always [key(KeyCode::Home), ctrl_key(KeyCode::Home)] key_first, 0;
    Last REACH Always [key(KeyCode::End), ctrl_key(KeyCode::End)] key_last, 0;
    LineStart REACH Always [ctrl('a')] key_line_start, 0;
    LineEnd REACH Always [ctrl('e')] key_line_end, 0;
    Back REACH Always [key(KeyCode::Esc), function(9)] key_back, 8;
    Audit QUERY Always [function(5)] key_audit, 2;
    Audit CHANNELS Always [function(5)] key_audit, 2;
    Presence QUERY Always [function(7)] key_presence, 2;
    Presence CHANNELS Always [function(7)] key_presence, 2;
    Check NOT_CHECKING Always [function(2)] key_check, 0;
    Audit NOT_AUDITING Always [function(5)] key_audit, 0;
    Presence NOT_MAPPING Always [function(7)] key_presence, 0;
    Conventions AUDIT Always [letter('c'), function(6)] key_conventions, 4;
    Conventions QUERY Always [function(6)] key_conventions, 0;
    Conventions CHANNELS Always [function(6)] key_conventions, 0;
    Badge ACCOUNTS Always [letter('b')] key_badge, 2;
    Status ACCOUNTS Always [letter('s')] key_status, 1;
    Add CHANNELS Always [letter('n')] key_add, 1;
    Next ADD Always [key(KeyCode::Tab), key(KeyCode::Down)] key_next_field, 7;
    Previous ADD Always [key(KeyCode::BackTab), key(KeyCode::Up)] key_previous_field, 0;
    Activate CONFIRM Always [key(KeyCode::Enter)] key_write, 9;
    Back CONFIRM Always [key(KeyCode::Esc)] key_back, 8;
    Help CONFIRM Always [function(1), letter('?')] key_help, 3;
    Activate AUDIT Always [key(KeyCode::Enter)] key_jump, 9;
    Into AUDIT Always [key(KeyCode::Tab), key(KeyCode::BackTab)] key_panes, 7;
    Search AUDIT Always [letter('/')] key_filter, 8;
    Export AUDIT Always [letter('e')] key_export, 7;
    Explain AUDIT Always [letter('w')] key_explain, 6;
    Unfold AUDIT Always [key(KeyCode::Right)] key_unfold, 0;
    Fold AUDIT Always [key(KeyCode::Left)] key_fold, 0;
    Turn AUDIT Always [letter(' ')] key_turn, 3;
    FoldAll AUDIT Always [letter('f')] key_fold_all, 0;
    Errors AUDIT Always [letter('1')] key_errors, 0;
    Warnings AUDIT Always [letter('2')] key_warnings, 0;
    Notes AUDIT Always [letter('3')] key_notes, 0;
    HideRule AUDIT Always [letter('r')] key_hide_rule, 2;
    AllRules AUDIT Always [letter('R')] key_all_rules, 0;
    Open AUDIT Always [letter('o'), ctrl('o')] key_open_account, 0;
    Copy AUDIT Always [letter('y'), ctrl('y')] key_copy, 0;
    Evidence AUDIT Always [function(3)] key_evidence, 0;
    Next AUDIT Always [letter('n')] key_next_account, 3;
    PageUp SCROLLED Always [key(KeyCode::PageUp)] key_page_up, 0;
    PageDown AUDIT Always [key(KeyCode::PageDown)] key_page_down, 0;
    PageDown RULE Always [key(KeyCode::PageDown), letter(' ')] key_read_on, 8;
    Source RULE Always [letter('o'), ctrl('o')] key_source, 7;
    Help AUDITED Always [function(1), letter('?')] key_help, 3;
    Help EDITED Always [function(1)] key_help, 3;
    Audit AUDIT Always [function(5)] key_leave_audit, 0;
    Activate CONVENTIONS Always [key(KeyCode::Enter)] key_jump, 9;
    Into CONVENTIONS Always [key(KeyCode::Tab), key(KeyCode::BackTab)] key_other_half, 7;
    Next CONVENTIONS Always [key(KeyCode::Right), letter('l')] key_next_platform, 6;
    Previous CONVENTIONS Always [key(KeyCode::Left), letter('h')] key_previous_platform, 0;
    PageUp CONVENTIONS Always [key(KeyCode::PageUp)] key_page_up, 0;
    PageDown CONVENTIONS Always [key(KeyCode::PageDown), letter(' ')] key_page_down, 0;
    Evidence CONVENTIONS Always [letter('e'), function(3)] key_evidence, 4;
    Open CONVENTIONS Always [letter('o'), ctrl('o')] key_open_account, 4;
    Copy CONVENTIONS Always [letter('y'), ctrl('y')] key_copy, 5;
    QrCode CONVENTIONS Always [letter('q'), function(4)] key_qr, 0;
    Help CONVENTIONS Always [function(1), letter('?')] key_help, 3;
    Activate PRESENCE Always [key(KeyCode::Enter)] key_jump, 9;
    Next PRESENCE Always [key(KeyCode::Tab)] key_next_view, 7;
    Previous PRESENCE Always [key(KeyCode::BackTab)] key_previous_view, 0;
    Search PRESENCE Always [letter('/')] key_filter, 8;
    Search HELP Always [letter('/')] key_filter, 4;
    CursorLeft PRESENCE Always [key(KeyCode::Left), letter('h')] key_previous_platform, 0;
    CursorRight PRESENCE Always [key(KeyCode::Right), letter('l')] key_next_platform, 0;
    Sort PRESENCE Always [letter('s')] key_sort, 5;
    Group PRESENCE Always [letter('t')] key_group, 4;
    Turn PRESENCE Always [letter(' ')] key_leave, 6;
    MoveTo PRESENCE Always [letter('m')] key_move_to, 3;
    Export PRESENCE Always [letter('e')] key_export, 5;
    Open PRESENCE Always [letter('o'), ctrl('o')] key_open_account, 3;
    Copy PRESENCE Always [letter('y'), ctrl('y')] key_copy, 0;
    QrCode PRESENCE Always [letter('q'), function(4)] key_qr, 0;
    Evidence PRESENCE Always [function(3)] key_evidence, 0;
    PageUp PRESENCE Always [key(KeyCode::PageUp)] key_page_up, 0;
    PageDown PRESENCE Always [key(KeyCode::PageDown)] key_page_down, 0;
    Help PRESENCE Always [function(1), letter('?')] key_help, 3;
    Accept REVIEW Always [letter('a')] key_accept, 9;
    Reject REVIEW Always [letter('r')] key_reject, 8;
    Later REVIEW Always [letter('l')] key_later, 7;
    Undo REVIEW Always [letter('u'), ctrl_key(KeyCode::Backspace)] key_undo, 6;
    Activate REVIEW Always [key(KeyCode::Enter), letter('o'), ctrl('o')] key_source, 5;
    Copy REVIEW Always [letter('y'), ctrl('y')] key_copy, 0;
    PageUp REVIEW Always [key(KeyCode::PageUp)] key_page_up, 0;
    PageDown REVIEW Always [key(KeyCode::PageDown), letter(' ')] key_read_on, 0;
    Help REVIEW Always [function(1), letter('?')] key_help, 3;
    Activate PALETTE Always [key(KeyCode::Enter)] key_does, 9;
    Activate HISTORY Always [key(KeyCode::Enter)] key_choose, 9;
    Up FILTERED Always [key(KeyCode::Up), ctrl('p'), ctrl('k')] key_up, 0;
    Down PALETTE Always [key(KeyCode::Down), ctrl('n'), ctrl('j')] key_down, 0;
    Down HISTORY Always [key(KeyCode::Down), ctrl('n'), ctrl('j'), ctrl('r')] key_down, 0;
    PageUp FILTERED Always [key(KeyCode::PageUp)] key_page_up, 0;
    PageDown FILTERED Always [key(KeyCode::PageDown)] key_page_down, 0;
    Back FILTERED Always [key(KeyCode::Esc)] key_back, 8;
    Complete CONDITIONS Always [key(KeyCode::Tab)] key_complete, 8;
    Help OBSERVE Always [function(1), letter('?')] key_help, 3;
    Activate CHOICES Always [key(KeyCode::Enter)] key_choose, 9;
    Activate TYPING Always [key(KeyCode::Enter)] key_done, 9;
    CursorLeft EDITED Always [key(KeyCode::Left), ctrl('b')] key_cursor_left, 0;
    CursorRight EDITED Always [key(KeyCode::Right), ctrl('f')] key_cursor_right, 0;
    LineStart TYPING Always [ctrl('a'), key(KeyCode::Home)] key_line_start, 0;
    LineEnd TYPING Always [ctrl('e'), key(KeyCode::End)] key_line_end, 0;
    DeleteBack EDITED Always [key(KeyCode::Backspace), ctrl('h')] key_delete_back, 0;
    DeleteForward EDITED Always [key(KeyCode::Delete), ctrl('d')] key_delete_forward, 0;
    WordLeft EDITED Always [ctrl_key(KeyCode::Left), alt('b')] key_word_left, 0;
    WordRight EDITED Always [ctrl_key(KeyCode::Right), alt('f')] key_word_right, 0;
    DeleteWord EDITED Always [ctrl('w'), Chord { code: KeyCode::Backspace, modifiers: KeyModifiers::ALT }] key_delete_word, 0;
    DeleteLine EDITED Always [ctrl('u')] key_delete_line, 0;
    Search CHANNELS Always [letter('/')] key_search, 0;
    Help QUERY Always [function(1)] key_help, 3;
    Help QUERY NothingTyped [letter('?')] key_help, 0;
    Help CHANNELS Always [function(1), letter('?')] key_help, 3;
    Help EVIDENCE Always [function(1), letter('?')] key_help, 3;
    Help QR_CODE Always [function(1), letter('?')] key_help, 3;
    Help CHECK Always [function(1), letter('?')] key_help, 3;
    Back QUERY Always [key(KeyCode::Esc)] key_back, 7;
    Back CHANNELS Always [key(KeyCode::Esc), key(KeyCode::Left), key(KeyCode::Tab), key(KeyCode::BackTab)] key_back, 8;
    Back EVIDENCE Always [key(KeyCode::Esc), key(KeyCode::Left), letter('e'), function(3)] key_back, 8;
    Back QR_CODE Always [key(KeyCode::Esc), key(KeyCode::Left), letter('q'), function(4)] key_back, 8;
    Back CHECK Always [key(KeyCode::Esc), function(2)] key_back, 7;
    Back HELP Always [key(KeyCode::Esc), key(KeyCode::Left), function(1), letter('?'), letter('q')] key_back, 8;
    Back AUDIT Always [key(KeyCode::Esc)] key_back, 8;
    Back TYPING Always [key(KeyCode::Esc)] key_back, 8;
    Back RULE Always [key(KeyCode::Esc), key(KeyCode::Left), letter('w')] key_back, 8;
    Back CHOICES Always [key(KeyCode::Esc), key(KeyCode::Left)] key_back, 8;
    Back CONVENTIONS Always [key(KeyCode::Esc), letter('c'), function(6)] key_back, 8;
    Back PRESENCE Always [key(KeyCode::Esc), function(7)] key_back, 8;
    Back REVIEW Always [key(KeyCode::Esc)] key_back, 4;
    Palette LISTS Always [letter(':')] key_palette, 0;
    Palette EVERYWHERE Always [ctrl('x')] key_palette, 0;
    Redraw EVERYWHERE Always [ctrl('l')] key_redraw, 0;
    Suspend EVERYWHERE Always [ctrl('z')] key_suspend, 0;
    Interrupt EVERYWHERE Always [ctrl('c')] key_interrupt, 0;
}
