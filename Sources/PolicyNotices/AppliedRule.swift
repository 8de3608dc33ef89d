package import PolicyModel

/// A notice rule applied to one policy's change.
package struct AppliedRule: Hashable, Sendable {
    /// The rule.
    package let rule: NoticeRule
    /// The first day of effect that it allows; nil where the day of announcement is unknown, or it does not apply.
    package let earliest: CivilDate?
    /// Why its period does not apply; nil where it applies.
    package let exemption: String?
    /// The days of effect that lie before `earliest`.
    package let tooEarly: [EffectiveDay]

    /// Makes an applied rule.
    package init(rule: NoticeRule, earliest: CivilDate?, exemption: String?, tooEarly: [EffectiveDay]) {
        self.rule = rule
        self.earliest = earliest
        self.exemption = exemption
        self.tooEarly = tooEarly
    }
}
