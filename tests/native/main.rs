//! Native tests of the widget: its state, its view, and what the README and SECURITY.md promise.

mod comments_view;
mod prerendered;
mod readme;
mod security;
mod state;
mod view;
