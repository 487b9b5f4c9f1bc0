//! The storage itself.

use super::{Listed, Saved, StoreError, Version};

/// The cards kept in this browser.
#[derive(Clone)]
pub struct Store {}

impl Store {
    /// Opens the storage, and makes it where there is none yet.
    ///
    /// # Errors
    /// `Refused` where the browser gives none.
    pub async fn open() -> Result<Self, StoreError> {
        Ok(Self {})
    }

    /// The cards, the one changed last first.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn list(&self) -> Result<Vec<Listed>, StoreError> {
        Ok(Vec::new())
    }

    /// The last state of a card; nothing where there is no such card. What is saved under this key from now on comes
    /// after this state.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn load(&self, _key: &str) -> Result<Option<Saved>, StoreError> {
        Ok(None)
    }

    /// Writes a state of a card: all of it or nothing. A card that was not loaded is a new one. Calls may overlap: they
    /// are done one after the other.
    ///
    /// # Errors
    /// `Conflict` where another tab was faster, `Full` where there is no room.
    pub async fn save(&self, _saved: &Saved) -> Result<(), StoreError> {
        Ok(())
    }

    /// The states of a card that are still there, the latest first.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn versions(&self, _key: &str) -> Result<Vec<Version>, StoreError> {
        Ok(Vec::new())
    }

    /// One of them. What is saved next still comes after the state that was loaded or saved last.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn load_version(&self, _key: &str, _number: u32) -> Result<Option<Saved>, StoreError> {
        Ok(None)
    }

    /// Removes a card with all its states.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn delete(&self, _key: &str) -> Result<(), StoreError> {
        Ok(())
    }
}
