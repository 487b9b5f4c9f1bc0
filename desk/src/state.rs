//! All that can happen on the desk.
