//! What keys change and do.
