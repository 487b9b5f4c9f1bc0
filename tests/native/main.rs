//! Native tests of the widget: its state, its view, and what the README promises.

mod comments_view;
mod prerendered;
mod readme;
mod state;
mod view;
