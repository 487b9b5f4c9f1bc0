//! From events to actions.

use yew::Callback;

/// A callback that makes an action of an event. `make` is a plain function, so that all callbacks for one kind of
/// event share their code.
pub fn on_event<E: 'static, A: 'static>(dispatch: &Callback<A>, make: fn(E) -> A) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |event| dispatch.emit(make(event)))
}
