//! What the card is held to beside its peers, and by how much it misses that.

use crate::cases::{CARDS, CLAIMS, COMMENTS, Group, Profile};
use crate::pages::Variant;
use crate::results::Results;

/// One goal with what was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// In words.
    pub name: String,
    /// At most this.
    pub limit: f64,
    /// This it is.
    pub measured: f64,
    /// What both are counted in, with the space before it where there is one.
    pub unit: &'static str,
}

impl Goal {
    /// Whether it is met.
    pub fn is_met(&self) -> bool {
        self.measured <= self.limit
    }

    /// "met", or by how much it is missed.
    pub fn verdict(&self) -> String {
        let Self { limit, measured, unit, .. } = self;
        if self.is_met() {
            "met".to_owned()
        } else if unit.is_empty() {
            format!("missed by {:.3}", measured - limit)
        } else if *unit == "×" {
            format!("missed by {:.0} %", (measured / limit - 1.0) * 100.0)
        } else {
            format!("missed by {:.0}{unit}", measured - limit)
        }
    }

    /// A number of this goal, as it is written.
    pub fn write(&self, value: f64) -> String {
        match self.unit {
            "" => format!("{value:.3}"),
            "×" => format!("{value:.2}×"),
            unit => format!("{value:.0}{unit}"),
        }
    }
}

const OURS: [Variant; 2] = [Variant::Prerendered, Variant::Src];

/// All goals that there are figures for.
pub fn goals(results: &Results) -> Vec<Goal> {
    let median = |profile, group, variant, size, name| {
        Some(results.figure(profile, group, variant, size, name)?.median)
    };
    let card = |profile, variant, name| median(profile, Group::Card, variant, 0, name);
    let mut goals = Vec::new();
    let mut add = |name: String, limit, measured: Option<f64>, unit| {
        goals.extend(measured.map(|measured| Goal { name, limit, measured, unit }));
    };
    for profile in [Profile::Throttled, Profile::Unthrottled] {
        let word = profile.word();
        for (variant, limit) in OURS.into_iter().zip([1.1, 1.5]) {
            let ratio = over(card(profile, variant, "readable"), card(profile, Variant::Static, "readable"));
            add(format!("{}: readable, over static HTML, {word}", variant.name()), limit, ratio, "×");
        }
    }
    for profile in [Profile::Throttled, Profile::Unthrottled] {
        for variant in OURS {
            let ratio = over(card(profile, variant, "click"), card(profile, Variant::Static, "click"));
            add(
                format!("{}: click → paint, over static HTML, {}", variant.name(), profile.word()),
                1.2,
                ratio,
                "×",
            );
        }
    }
    for variant in OURS {
        let live = |variant| card(Profile::Throttled, variant, "live");
        let ratio = over(live(variant), live(Variant::Preact));
        add(format!("{}: live, over Preact, throttled", variant.name()), 2.0, ratio, "×");
    }
    for size in CLAIMS {
        for variant in OURS {
            let click = |variant| median(Profile::Unthrottled, Group::Claims, variant, size, "click");
            let ratio = over(click(variant), click(Variant::Static));
            add(
                format!("{}: click → paint with {size} claims, over static HTML", variant.name()),
                1.2,
                ratio,
                "×",
            );
        }
    }
    let [one, .., many] = CARDS;
    for variant in OURS {
        let growth = |variant| {
            let live = |size| median(Profile::Unthrottled, Group::Cards, variant, size, "live");
            over(live(many), live(one))
        };
        let ratio = over(growth(variant), growth(Variant::Static));
        add(
            format!("{}: {many} cards live over one, over the same of static HTML", variant.name()),
            1.5,
            ratio,
            "×",
        );
    }
    let [few, .., most] = COMMENTS;
    let open = |size| median(Profile::Unthrottled, Group::Comments, Variant::Src, size, "open-comments");
    add(format!("{most} stored comments open, over {few}"), 1.3, over(open(most), open(few)), "×");
    for (variant, limit) in OURS.into_iter().zip([0.0, 0.02]) {
        add(
            format!("{}: layout shift", variant.name()),
            limit,
            card(Profile::Throttled, variant, "shift"),
            "",
        );
    }
    for (profile, limit) in [(Profile::Unthrottled, 50.0), (Profile::Throttled, 200.0)] {
        for variant in OURS {
            let longest = card(profile, variant, "longest-task");
            add(format!("{}: longest task, {}", variant.name(), profile.word()), limit, longest, " ms");
        }
    }
    goals
}

fn over(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    Some(a? / b.filter(|b| *b > 0.0)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::tests::add;

    #[test]
    fn goals_say_by_how_much_they_are_missed() {
        let mut results = Results::default();
        for (variant, readable) in
            [(Variant::Static, 200.0), (Variant::Prerendered, 210.0), (Variant::Src, 450.0)]
        {
            add(&mut results, (Profile::Throttled, Group::Card, variant, 0), "readable", &[readable]);
        }
        add(&mut results, (Profile::Throttled, Group::Card, Variant::Src, 0), "shift", &[0.03]);
        add(&mut results, (Profile::Throttled, Group::Card, Variant::Src, 0), "longest-task", &[230.0]);
        let said: Vec<_> = goals(&results).iter().map(Goal::verdict).collect();
        assert_eq!(said, ["met", "missed by 50 %", "missed by 0.010", "missed by 30 ms"]);
    }

    #[test]
    fn what_was_not_measured_is_no_goal() {
        assert_eq!(goals(&Results::default()), []);
    }
}
