//! Native tests of the widget: its state, its view, and what the README, SECURITY.md and openacr.yaml promise.

mod comments_view;
mod prerendered;
mod promises;
mod readme;
mod state;
mod view;
