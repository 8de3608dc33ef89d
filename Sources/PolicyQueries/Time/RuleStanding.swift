package import PolicyModel

/// Where a rule that takes effect on a day of its own stands.
package struct RuleStanding: Hashable, Sendable {
    /// The rule's id.
    package let rule: String
    /// Its title; nil where it has none.
    package let title: String?
    /// The version that brings it.
    package let label: String
    /// The day it takes effect.
    package let day: CivilDate
    /// Whether it binds.
    package let isInForce: Bool
    /// The label of the version whose wording binds until then; nil where there is no such rule until then, or where it binds.
    package let boundBy: String?
}

extension Timeline {
    /// Returns an exception of what binds as a value.
    func standing(of exception: Commencement.Exception) throws -> RuleStanding {
        let rules = try texts.content(of: records[exception.position.entry]).rules?.rules ?? []
        return RuleStanding(
            rule: exception.rule, title: rules.first { $0.id == exception.rule }?.title,
            label: points[exception.position.point].label, day: exception.day, isInForce: exception.isAhead,
            boundBy: exception.bound.map { points[$0.point].label })
    }

    /// Returns where rules stand at a cut that take effect on days of their own, by day: those of a version that binds or is to
    /// come, and those of coming versions that bind beside it already.
    func ruleStandings(_ position: Position, at cut: Cut) throws -> [RuleStanding] {
        guard isNative else { return [] }
        let isInForce = try state(at: cut, .effective)?.point == position.point
        if try !isInForce && state(of: position, at: cut) != .upcoming { return [] }
        let own = try texts.content(of: records[position.entry]).rules?.rules ?? []
        let exceptions = try isInForce ? commencement(at: cut)?.exceptions ?? [] : []
        var standings = try exceptions.map(standing(of:))
        for rule in own {
            guard let day = rule.effective, !exceptions.contains(where: { $0.rule == rule.id }) else { continue }
            standings.append(
                RuleStanding(
                    rule: rule.id, title: rule.title, label: points[position.point].label, day: day,
                    isInForce: isInForce, boundBy: nil))
        }
        return standings.sorted { ($0.day, $0.rule) < ($1.day, $1.rule) }
    }
}
