//! Pictures of the screen.

use super::*;
