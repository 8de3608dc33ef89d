import PolicyDiff
import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyQueries

/// What `since` tells of rules with days of their own, against a reference that looks at every commit for each of the two days.
@Suite struct StaggeredSincePropertyTests {
    /// One commit of a random history.
    private struct Step {
        let recorded: CivilDate
        let label: String
        let effective: CivilDate?
        let published: CivilDate?
        let isWithdrawn: Bool
        let isEnd: Bool
        let rules: [Rule]

        var record: InMemorySource.Record {
            InMemorySource.Record(
                recorded.description, label: isEnd ? nil : label, effective: effective?.description,
                published: published?.description, withdrawn: isWithdrawn, rules: rules, text: isEnd ? nil : "w")
        }
    }

    /// How wild a history is.
    private struct Kind {
        /// The most commits.
        let commits: Int
        /// The days of versions and rules, as against those of the commits, which are 0 to 39.
        let days: ClosedRange<Int>
        /// Of how many histories one has clocks that run backwards.
        let backwards: Int
        /// Of how many commits one ends the policy; never where 0.
        let ends: Int

        static let ordinary = Kind(commits: 7, days: -10...55, backwards: 2, ends: 0)
        static let extreme = Kind(commits: 10, days: -60...60, backwards: 1, ends: 12)
    }

    /// A history with versions recorded again, taken back, postponed, with rules on days before, at and after all of that.
    private static func history(_ kind: Kind, _ random: inout SplitMix) -> [Step] {
        func some() -> CivilDate {
            CivilDate(daysSinceEpoch: 20_000 + Int.random(in: kind.days, using: &random))
        }
        var days = Array(0..<40).shuffled(using: &random).prefix(Int.random(in: 1...kind.commits, using: &random))
        if Int.random(in: 0..<kind.backwards, using: &random) > 0 { days.sort() }
        var steps: [Step] = []
        for (number, offset) in days.enumerated() {
            let recorded = CivilDate(daysSinceEpoch: 20_000 + offset)
            if kind.ends > 0, steps.last?.isEnd == false, Int.random(in: 0..<kind.ends, using: &random) == 0 {
                steps.append(
                    Step(
                        recorded: recorded, label: "end \(number)", effective: nil, published: nil, isWithdrawn: false,
                        isEnd: true, rules: []))
                continue
            }
            let again = number > 0 && Int.random(in: 0..<2, using: &random) == 0
            // What comes after an end begins anew.
            let since = steps.lastIndex { $0.isEnd }.map { $0 + 1 } ?? 0
            let former = again ? steps[since...].randomElement(using: &random) : nil
            let rules = ["a", "b", "c"].compactMap { id -> Rule? in
                if Int.random(in: 0..<4, using: &random) == 0 { return nil }
                return Rule(
                    id: id, type: .duty, action: "\(id)\(Int.random(in: 0..<2, using: &random) == 0 ? 0 : number)",
                    effective: Bool.random(using: &random) ? some() : nil, lines: LineRange(1, 1))
            }
            let keepsDays = Bool.random(using: &random)
            steps.append(
                Step(
                    recorded: recorded, label: former?.label ?? "v\(number)",
                    effective: keepsDays
                        ? former?.effective : Int.random(in: 0..<3, using: &random) == 0 ? nil : some(),
                    published: keepsDays
                        ? former?.published : Int.random(in: 0..<4, using: &random) == 0 ? some() : nil,
                    isWithdrawn: former != nil && Int.random(in: 0..<4, using: &random) == 0, isEnd: false,
                    rules: rules))
        }
        return steps
    }

    /// A version, or the end of the policy: from which day it stands, until which it was taken back, and its records.
    private struct Standing {
        let first: Int
        /// Nil where the policy had ended before.
        let day: CivilDate?
        let withdrawn: CivilDate?
        let entries: [Int]

        func entry(on day: CivilDate, _ steps: [Step]) -> Int {
            entries.last { steps[$0].recorded <= day } ?? first
        }

        func isWithdrawn(on day: CivilDate) -> Bool { withdrawn.map { $0 <= day } ?? false }
    }

    private static func standings(_ steps: [Step]) -> [Standing] {
        steps.indices.compactMap { first in
            let entries = steps.indices.filter { steps[$0].label == steps[first].label }
            guard entries[0] == first, let counting = entries.last(where: { !steps[$0].isWithdrawn }) else {
                return nil
            }
            let withdrawn = entries.filter { $0 > counting }.map { steps[$0].recorded }.min()
            var day: CivilDate? = steps[counting].effective ?? steps[counting].published ?? steps[first].recorded
            let endBefore = steps[..<first].last(where: \.isEnd).map(\.recorded)
            let endAfter = steps[(first + 1)...].first(where: \.isEnd).map(\.recorded)
            if steps[first].isEnd { return Standing(first: first, day: day, withdrawn: nil, entries: entries) }
            if let endBefore, let stated = day, endBefore >= stated {
                day = steps[first].recorded
            } else if let endAfter, let stated = day, stated > endAfter {
                day = nil
            }
            return Standing(first: first, day: day, withdrawn: withdrawn, entries: entries)
        }
    }

    /// What each rule says at the end of a day; nil where no version is in force.
    private static func binding(_ steps: [Step], on day: CivilDate) -> [String: Rule]? {
        let all = standings(steps).compactMap { standing in standing.day.map { (standing: standing, day: $0) } }
        // One that was taken back on the day it was to take effect, or before, never did.
        let inForce = all.filter { $0.day <= day && !$0.standing.isWithdrawn(on: max(day, $0.day)) }
            .max { ($0.day, $0.standing.first) < ($1.day, $1.standing.first) }
        guard let inForce, !steps[inForce.standing.first].isEnd else { return nil }
        let own = steps[inForce.standing.entry(on: day, steps)].rules
        var rules = Dictionary(uniqueKeysWithValues: own.map { ($0.id, $0) })
        if own.contains(where: { $0.effective ?? day > day }) {
            let former = binding(steps, on: inForce.day.adding(days: -1)) ?? [:]
            for rule in own where rule.effective ?? day > day { rules[rule.id] = former[rule.id] }
        }
        var ahead: [(day: CivilDate, first: Int, rule: Rule)] = []
        for (coming, standing) in all where standing > day && !steps[coming.first].isEnd {
            let isPublished = steps[coming.entries.last ?? coming.first].published.map { $0 <= day } ?? false
            if coming.isWithdrawn(on: day) || !isPublished && steps[coming.first].recorded > day { continue }
            for rule in steps[coming.entry(on: day, steps)].rules {
                guard let own = rule.effective, own <= day, rules[rule.id]?.effective != own else { continue }
                ahead.append((own, coming.first, rule))
            }
        }
        for item in ahead.sorted(by: { ($0.day, $0.first) < ($1.day, $1.first) }) { rules[item.rule.id] = item.rule }
        return rules
    }

    private static func actions(_ rules: [Rule]) -> Set<String> { Set(rules.map(\.action)) }

    /// Compares the rules alone, by what they say.
    @Sendable private static func compareRules(
        _ old: PolicyContent, _ new: PolicyContent, _ options: ComparisonOptions
    ) -> Comparison {
        let (before, after) = (actions(old.rules?.rules ?? []), actions(new.rules?.rules ?? []))
        return Comparison(
            changes: before.symmetricDifference(after).sorted().map { text in
                Change(
                    id: (before.contains(text) ? "-" : "+") + text, kind: "rule", significance: .material,
                    direction: .unclear, section: [], before: nil, after: nil, summary: text, reason: "")
            })
    }

    @Test(arguments: [true, false])
    func `since tells of rules with days of their own what binds at its end and did not before`(isExtreme: Bool) throws
    {
        var random = SplitMix(state: 2_027)
        for round in 0..<4_000 {
            let steps = Self.history(isExtreme ? .extreme : .ordinary, &random)
            let since = CivilDate(daysSinceEpoch: 20_000 + Int.random(in: -65...65, using: &random))
            let until = since.adding(days: Int.random(in: 0...60, using: &random))
            let chronicle = Chronicle(
                source: InMemorySource(.native, "p", steps.map(\.record)),
                now: Now(civil("2030-01-01").startOfDay), compare: Self.compareRules)
            let answer = try chronicle.since(.day(since), until: .day(until))
            let before = Self.binding(steps, on: since.adding(days: -1))
            let after = Self.binding(steps, on: until)
            let note = "round \(round), since \(since) until \(until): \(Self.described(steps))"
            guard let before, let after else {
                // Came, went, or was never there.
                if (before == nil) != (after == nil) { #expect(!answer.policies.isEmpty, "\(note)") }
                continue
            }
            let old = Self.actions(Array(before.values))
            let new = Self.actions(Array(after.values))
            let expected = Set(old.subtracting(new).map { "-" + $0 } + new.subtracting(old).map { "+" + $0 })
            let told = answer.policies.flatMap(\.comparison.changes).filter { $0.kind == "rule" }
            #expect(Set(told.map(\.id)) == expected, "\(note)")
            for change in told { #expect(change.introducedIn != nil, "\(note)") }
        }
    }

    private static func described(_ steps: [Step]) -> String {
        steps.map { step in
            let rules = step.rules.map { $0.action + ($0.effective.map { " from \($0)" } ?? "") }
            let days =
                "effective \(step.effective?.description ?? "-"), published \(step.published?.description ?? "-")"
            return "\n\(step.recorded) \(step.label) \(days)\(step.isWithdrawn ? " withdrawn" : "") \(rules)"
        }.joined()
    }
}
