//! Native tests of the widget: its state, its view, its contract, and what the README, SECURITY.md and openacr.yaml promise.

mod comments_view;
mod contract;
mod prerendered;
mod promises;
mod readme;
mod state;
mod view;
