//! Find a quote in a text. Nothing here sees a DOM.
