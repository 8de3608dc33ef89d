import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyQueries

/// Random histories whose rules have days of their own, against a reference that lives through every day.
@Suite struct CommencementPropertyTests {
    private struct Step {
        let recorded: CivilDate
        let effective: CivilDate?
        let isWithdrawn: Bool
        /// What each rule says, and its own day.
        let rules: [String: (action: String, day: CivilDate?)]

        func record(_ number: Int) -> InMemorySource.Record {
            InMemorySource.Record(
                recorded.description, label: "v\(number)", effective: effective?.description, withdrawn: isWithdrawn,
                rules: rules.sorted { $0.key < $1.key }.map { id, rule in
                    Rule(
                        id: id, type: .duty, action: rule.action, effective: rule.day, lines: LineRange(1, 1))
                }, text: "v\(number)")
        }
    }

    private static func history(_ random: inout SplitMix) -> [Step] {
        func some(_ range: ClosedRange<Int>) -> CivilDate {
            CivilDate(daysSinceEpoch: 20_000 + Int.random(in: range, using: &random))
        }
        return Array(0..<30).shuffled(using: &random).prefix(Int.random(in: 1...6, using: &random)).sorted()
            .enumerated()
            .map { number, offset in
                var rules: [String: (action: String, day: CivilDate?)] = [:]
                for id in ["a", "b", "c"] where Int.random(in: 0..<4, using: &random) > 0 {
                    let day = Int.random(in: 0..<3, using: &random) == 0 ? some(0...45) : nil
                    rules[id] = ("\(id)\(number)", day)
                }
                return Step(
                    recorded: CivilDate(daysSinceEpoch: 20_000 + offset),
                    effective: Int.random(in: 0..<3, using: &random) == 0 ? nil : some(0...40),
                    isWithdrawn: Int.random(in: 0..<8, using: &random) == 0, rules: rules)
            }
    }

    /// What each rule says on each day up to the last one: day by day, from before everything.
    private static func life(_ steps: [Step], through last: Int) -> [[String: String]] {
        var binding: [String: String] = [:]
        var base: Int?
        return (-1...last).map { offset in
            let day = CivilDate(daysSinceEpoch: 20_000 + offset)
            let standing = steps.map { $0.effective ?? $0.recorded }
            let inForce = steps.indices.filter { !steps[$0].isWithdrawn && standing[$0] <= day }.max {
                (standing[$0], $0) < (standing[$1], $1)
            }
            if inForce != base, let inForce {
                let rules = steps[inForce].rules
                for id in Set(binding.keys).union(rules.keys) {
                    if let rule = rules[id] {
                        if rule.day ?? day <= day { binding[id] = rule.action }
                    } else {
                        binding[id] = nil
                    }
                }
                base = inForce
            }
            guard let base else { return [:] }
            for (id, rule) in steps[base].rules where rule.day.map({ $0 <= day }) ?? false { binding[id] = rule.action }
            let coming = steps.indices.filter {
                !steps[$0].isWithdrawn && standing[$0] > day && steps[$0].recorded <= day
            }
            let ahead = coming.flatMap { step in
                steps[step].rules.compactMap { id, rule -> (day: CivilDate, step: Int, id: String, action: String)? in
                    guard let own = rule.day, own <= day, steps[base].rules[id]?.day != own else { return nil }
                    return (own, step, id, rule.action)
                }
            }
            for rule in ahead.sorted(by: { ($0.day, $0.step) < ($1.day, $1.step) }) { binding[rule.id] = rule.action }
            return binding
        }
    }

    @Test func `what binds on a day, rule by rule, is what one finds who lives through every day`() throws {
        var random = SplitMix(state: 2_026)
        for round in 0..<400 {
            let steps = Self.history(&random)
            let source = InMemorySource(.native, "p", steps.enumerated().map { $1.record($0) })
            let chronicle = Chronicle(source)
            let timeline = try #require(try chronicle.timeline(of: try chronicle.history(named: "p")))
            let life = Self.life(steps, through: 50)
            for (offset, expected) in life.enumerated() {
                let day = CivilDate(daysSinceEpoch: 20_000 + offset - 1)
                let rules = try timeline.commencement(at: Cut(endOf: day))?.content.rules?.rules ?? []
                let found = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0.action) })
                #expect(found == expected, "round \(round), \(day): \(steps)")
            }
        }
    }

    /// A history in which labels are recorded again: with other rules, other days, or taken back, some under clocks that run backwards.
    private static func eventfulHistory(_ random: inout SplitMix) -> [InMemorySource.Record] {
        func some(_ range: ClosedRange<Int>) -> CivilDate {
            CivilDate(daysSinceEpoch: 20_000 + Int.random(in: range, using: &random))
        }
        var days = Array(0..<40).shuffled(using: &random).prefix(Int.random(in: 1...8, using: &random))
        if Int.random(in: 0..<4, using: &random) > 0 { days.sort() }
        var label = 0
        var last: (effective: CivilDate?, rules: [Rule]) = (nil, [])
        return days.enumerated().map { number, offset in
            let again = number > 0 && Int.random(in: 0..<2, using: &random) == 0
            if !again { label = number }
            let effective =
                again && Bool.random(using: &random)
                ? last.effective : Int.random(in: 0..<3, using: &random) == 0 ? nil : some(0...50)
            var rules: [Rule] = []
            for id in ["a", "b", "c"] where Int.random(in: 0..<4, using: &random) > 0 {
                let day = Int.random(in: 0..<2, using: &random) == 0 ? some(0...55) : nil
                rules.append(
                    Rule(id: id, type: .duty, action: "\(id)\(number)", effective: day, lines: LineRange(1, 1)))
            }
            last = (effective, rules)
            return InMemorySource.Record(
                CivilDate(daysSinceEpoch: 20_000 + offset).description, label: "v\(label)",
                effective: effective?.description, withdrawn: again && Int.random(in: 0..<3, using: &random) == 0,
                rules: rules, text: "v\(number)\nw\(label)")
        }
    }

    @Test func `with rules of their own days, too, what is known on a day is what the history up to then answers`()
        throws
    {
        var random = SplitMix(state: 77)
        for round in 0..<500 {
            let records = Self.eventfulHistory(&random)
            let known = CivilDate(daysSinceEpoch: 20_000 + Int.random(in: -3...45, using: &random))
            let newest = records.lastIndex { $0.recorded <= known.startOfDay }
            let since = CivilDate(daysSinceEpoch: 20_000 + Int.random(in: -5...50, using: &random))
            let until = since.adding(days: Int.random(in: 0...30, using: &random))
            let note = "round \(round), from \(since) to \(until) as known at \(known): \(records)"
            let answer = try Chronicle(InMemorySource(.native, "p", records)).since(
                .day(since), until: .day(until), knownAt: .day(known))
            guard let newest else {
                #expect(answer.policies.isEmpty && answer.newestRecorded == nil, "\(note)")
                continue
            }
            let alone = try Chronicle(InMemorySource(.native, "p", Array(records[...newest]))).since(
                .day(since), until: .day(until))
            #expect(answer.policies == alone.policies, "\(note)")
            for upcoming in answer.policies.flatMap(\.upcoming) {
                if let rules = upcoming.rules { #expect(rules.day > until && !rules.ids.isEmpty, "\(note)") }
            }
        }
    }
}
