//! What `JSON.parse` returns, as a serde `Deserializer` that knows the path to what is wrong.
//!
//! serde-wasm-bindgen with serde_path_to_error does the same and more (maps, sets, big integers, bytes);
//! this does JSON alone, at about a third of their bytes.

use std::fmt::Display;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, Expected, MapAccess, SeqAccess};
use serde::de::{Unexpected, VariantAccess, Visitor};
use wasm_bindgen::{JsCast, JsValue};

/// What is wrong, and the path to it: `claims[3].evidence[0].exact`.
#[derive(Debug)]
pub struct Wrong(Box<Place>);

#[derive(Debug)]
struct Place {
    path: String,
    cause: String,
}

impl Wrong {
    fn because(cause: String) -> Self {
        Self(Box::new(Place { path: String::new(), cause }))
    }

    fn under(mut self, step: &str) -> Self {
        let dot = if self.0.path.is_empty() || self.0.path.starts_with('[') { "" } else { "." };
        self.0.path = [step, dot, &self.0.path].concat();
        self
    }
}

impl Display for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let path = if self.0.path.is_empty() { "the card" } else { &self.0.path };
        write!(f, "{path}: {}", self.0.cause)
    }
}

impl std::error::Error for Wrong {}

// serde's own wording prints the value found, numbers too, and printing a float costs 6 KB.
impl Error for Wrong {
    fn custom<T: Display>(cause: T) -> Self {
        Self::because(cause.to_string())
    }
    fn invalid_type(_: Unexpected, expected: &dyn Expected) -> Self {
        Self::because(format!("expected {expected}"))
    }
    fn invalid_value(_: Unexpected, expected: &dyn Expected) -> Self {
        Self::because(format!("expected {expected}"))
    }
    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Self::because(format!("expected {expected}"))
    }
    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        Self::because(["found \"", found, "\", expected one of: ", &expected.join(", ")].concat())
    }
    fn missing_field(field: &'static str) -> Self {
        Self::because("missing".into()).under(field)
    }
}

/// A JSON value.
pub struct Json(pub JsValue);

impl Json {
    fn any<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Wrong> {
        let value = &self.0;
        if let Some(text) = value.as_string() {
            visitor.visit_string(text)
        } else if let Some(truth) = value.as_bool() {
            visitor.visit_bool(truth)
        } else if let Some(number) = value.as_f64() {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "compared right after"
            )]
            let whole = number as u32;
            if f64::from(whole) == number { visitor.visit_u32(whole) } else { visitor.visit_f64(number) }
        } else if let Some(array) = value.dyn_ref::<js_sys::Array>() {
            visitor.visit_seq(Items { array, at: 0 })
        } else {
            // `null`, or an object where something simple is expected.
            visitor.visit_unit()
        }
    }
}

struct Items<'a> {
    array: &'a js_sys::Array,
    at: u32,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        if self.at >= self.array.length() {
            return Ok(None);
        }
        let at = self.at;
        self.at += 1;
        let item = seed.deserialize(Json(self.array.get(at)));
        item.map(Some).map_err(|wrong| wrong.under(&["[", &at.to_string(), "]"].concat()))
    }
}

/// The fields that the type knows; all others are passed over without a look.
struct Fields<'a> {
    object: &'a JsValue,
    names: std::slice::Iter<'static, &'static str>,
    next: Option<(&'static str, JsValue)>,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        for name in self.names.by_ref() {
            let value = js_sys::Reflect::get(self.object, &(*name).into()).unwrap_or_default();
            if !value.is_undefined() {
                self.next = Some((name, value));
                return seed.deserialize(StrDeserializer::new(name)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Wrong> {
        let (name, value) = self.next.take().unwrap_or_default();
        seed.deserialize(Json(value)).map_err(|wrong| wrong.under(name))
    }
}

struct Word(String);

impl<'de> EnumAccess<'de> for Word {
    type Error = Wrong;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Wrong> {
        Ok((seed.deserialize(StrDeserializer::<Wrong>::new(&self.0))?, self))
    }
}

impl<'de> VariantAccess<'de> for Word {
    type Error = Wrong;

    fn unit_variant(self) -> Result<(), Wrong> {
        Ok(())
    }
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Wrong> {
        Err(Wrong::because("expected a word".into()))
    }
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Wrong> {
        Err(Wrong::because("expected a word".into()))
    }
    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Wrong> {
        Err(Wrong::because("expected a word".into()))
    }
}

impl<'de> Deserializer<'de> for Json {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        if !self.0.is_object() || js_sys::Array::is_array(&self.0) {
            return Err(Wrong::because("expected an object".into()));
        }
        visitor.visit_map(Fields { object: &self.0, names: names.iter(), next: None })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match self.0.as_string() {
            Some(word) => visitor.visit_enum(Word(word)),
            None => Err(Wrong::because(["expected one of: ", &words.join(", ")].concat())),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf
        unit unit_struct newtype_struct seq tuple tuple_struct map identifier
    }
}
