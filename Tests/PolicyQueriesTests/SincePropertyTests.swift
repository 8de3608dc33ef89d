import PolicyDiff
import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyQueries

/// Random histories with postponements, corrections, withdrawals, unknown days, ends and clocks that run backwards, against a
/// reference that asks every day anew.
@Suite struct SincePropertyTests {
    /// One commit of a random history.
    struct Step {
        let recorded: CivilDate
        let label: String
        let effective: CivilDate?
        let published: CivilDate?
        let isWithdrawn: Bool
        let clauses: Set<String>
        let isEnd: Bool

        var record: InMemorySource.Record {
            InMemorySource.Record(
                recorded.description, label: isEnd ? nil : label, effective: effective?.description,
                published: published?.description, withdrawn: isWithdrawn,
                text: isEnd ? nil : clauses.sorted().joined(separator: "\n"))
        }
    }

    static func history(_ random: inout some RandomNumberGenerator) -> [Step] {
        let epoch = 20_000
        var days = Array(0..<60).shuffled(using: &random).prefix(Int.random(in: 1...9, using: &random))
        // Mostly in order; sometimes a clock runs backwards.
        if Bool.random(using: &random) { days.sort() }
        var steps: [Step] = []
        for (number, offset) in days.enumerated() {
            let day = CivilDate(daysSinceEpoch: epoch + offset)
            let previous = steps.last { !$0.isEnd }
            if number > 0, steps.last?.isEnd == false, Int.random(in: 0..<12, using: &random) == 0 {
                steps.append(
                    Step(
                        recorded: day, label: "", effective: nil, published: nil, isWithdrawn: false, clauses: [],
                        isEnd: true))
                continue
            }
            let repeatsLabel = steps.last?.isEnd == false && Int.random(in: 0..<3, using: &random) == 0
            func someDay() -> CivilDate? {
                Bool.random(using: &random)
                    ? CivilDate(daysSinceEpoch: epoch + Int.random(in: -5...75, using: &random)) : nil
            }
            let keepsDates = repeatsLabel && Bool.random(using: &random)
            steps.append(
                Step(
                    recorded: day, label: repeatsLabel ? previous?.label ?? "" : "v\(number)",
                    effective: keepsDates ? previous?.effective : someDay(),
                    published: keepsDates ? previous?.published : someDay(),
                    isWithdrawn: Int.random(in: 0..<10, using: &random) == 0,
                    clauses: Set((0..<5).filter { _ in Bool.random(using: &random) }.map { "c\($0)" }), isEnd: false))
        }
        return steps
    }

    /// What binds at the end of a day, found by looking at every commit: the commit whose text counts, nil where none does.
    static func inForce(_ steps: [Step], on day: CivilDate, recordsUpTo known: CivilDate, _ axis: Axis) -> Int? {
        if axis == .recorded {
            let state = steps.indices.last { steps[$0].recorded <= day }
            return state.flatMap { steps[$0].isEnd ? nil : $0 }
        }
        let best = standing(steps, axis).filter { $0.day <= day && $0.withdrawn.map { day < $0 } ?? true }.max {
            ($0.day, $0.first) < ($1.day, $1.first)
        }
        guard let best, !steps[best.first].isEnd else { return nil }
        return best.records.last { steps[$0].recorded <= known } ?? best.first
    }

    /// A version that came to stand on an axis: from which day, until which it was taken back, and its records that are not that.
    struct Standing {
        let first: Int
        let day: CivilDate
        let withdrawn: CivilDate?
        let records: [Int]
    }

    static func standing(_ steps: [Step], _ axis: Axis) -> [Standing] {
        var all: [Standing] = []
        for first in steps.indices
        where steps[first].isEnd || steps.firstIndex(where: { $0.label == steps[first].label }) == first {
            let entries = steps[first].isEnd ? [first] : steps.indices.filter { steps[$0].label == steps[first].label }
            guard let latest = entries.last(where: { !steps[$0].isWithdrawn }) else { continue }
            let withdrawn = entries.filter { $0 > latest }.map { steps[$0].recorded }.min()
            let stated =
                axis == .effective ? steps[latest].effective ?? steps[latest].published : steps[latest].published
            var standing = stated ?? steps[first].recorded
            if steps[first].isEnd { standing = steps[first].recorded }
            let endBefore = steps[..<first].lastIndex { $0.isEnd }.map { steps[$0].recorded }
            let endAfter = steps[(first + 1)...].first { $0.isEnd }.map(\.recorded)
            if !steps[first].isEnd {
                if let endBefore, endBefore >= standing {
                    standing = steps[first].recorded
                } else if let endAfter, standing > endAfter {
                    continue
                }
            }
            if let withdrawn, withdrawn <= standing { continue }
            all.append(
                Standing(
                    first: first, day: standing, withdrawn: withdrawn, records: entries.filter { $0 <= latest }))
        }
        return all
    }

    /// Which version brought a state that follows another one on a day: its own, or the one that was taken back to it.
    static func bringer(of state: Int, after former: Int, on day: CivilDate, _ steps: [Step], _ axis: Axis) -> String {
        let standing = standing(steps, axis)
        let left = standing.first { $0.records.contains(former) }
        let reached = standing.first { $0.records.contains(state) }
        return left?.withdrawn == day && reached.map { $0.day < day } ?? false
            ? steps[former].label : steps[state].label
    }

    static func difference(_ old: Set<String>, _ new: Set<String>) -> Set<String> {
        Set(old.subtracting(new).map { "-" + $0 }).union(new.subtracting(old).map { "+" + $0 })
    }

    @Test(arguments: [Axis.effective, .published, .recorded])
    func `since tells the net changes between the two days, and the version that brought each`(axis: Axis) throws {
        var random = SplitMix(state: 42)
        for round in 0..<1_000 {
            let steps = Self.history(&random)
            let source = InMemorySource(.native, "p", steps.map(\.record))
            let since = CivilDate(daysSinceEpoch: 20_000 + Int.random(in: -10...80, using: &random))
            let until = since.adding(days: Int.random(in: 0...60, using: &random))
            let answer = try Chronicle(source).since(.day(since), until: .day(until), axis: axis)

            let eve = since.adding(days: -1)
            let from = Self.inForce(steps, on: eve, recordsUpTo: eve, axis)
            let to = Self.inForce(steps, on: until, recordsUpTo: until, axis)
            let news = answer.policies.first
            let note = "round \(round), \(axis), since \(since) until \(until): \(steps)"
            guard let news else {
                // No version in the window: nothing can differ.
                #expect(from == to, "\(note)")
                continue
            }
            #expect(news.from?.commit == from.map(InMemorySource.commit), "\(note)")
            #expect(news.to?.commit == to.map(InMemorySource.commit), "\(note)")
            guard let from, let to else { continue }
            let told = news.comparison.changes.filter { $0.kind.hasPrefix("clause") }
            #expect(Set(told.map(\.id)) == Self.difference(steps[from].clauses, steps[to].clauses), "\(note)")

            // The states one after the other, a day at a time; on the recorded axis the line itself.
            var states: [Int] = []
            var bringers: [String] = []
            if axis == .recorded {
                states = to > from ? Array((from + 1)...to) : []
                bringers = states.map { steps[$0].label }
            } else {
                for day in since.daysSinceEpoch...until.daysSinceEpoch {
                    let day = CivilDate(daysSinceEpoch: day)
                    let state = Self.inForce(steps, on: day, recordsUpTo: day, axis) ?? -1
                    let former = states.last ?? from
                    if state == former { continue }
                    states.append(state)
                    bringers.append(
                        state < 0 || former < 0
                            ? state < 0 ? "" : steps[state].label
                            : Self.bringer(of: state, after: former, on: day, steps, axis))
                }
            }
            for change in told {
                let carries = { (state: Int) in
                    state >= 0 && !steps[state].isEnd
                        && Self.difference(steps[from].clauses, steps[state].clauses).contains(change.id)
                }
                let bringer = bringers[((states.lastIndex { !carries($0) } ?? -1) + 1)...].first
                // Two versions that stand on one day leave no state of the earlier one behind for a reference that looks once a day.
                if axis != .recorded, Self.hasSharedDays(steps) { continue }
                #expect(change.introducedIn == bringer, "\(note)")
            }
        }
    }

    @Test(arguments: [Axis.effective, .published, .recorded])
    func `as known on a day is what the history recorded up to then would answer`(axis: Axis) throws {
        var random = SplitMix(state: 99)
        for round in 0..<600 {
            let steps = Self.history(&random)
            let known = CivilDate(daysSinceEpoch: 20_000 + Int.random(in: -5...65, using: &random))
            let then = steps.indices.last { steps[$0].recorded <= known }.map { Array(steps[...$0]) } ?? []
            let asked = CivilDate(daysSinceEpoch: 20_000 + Int.random(in: -10...80, using: &random))
            let chronicle = Chronicle(InMemorySource(.native, "p", steps.map(\.record)))
            let note = "round \(round), \(axis), \(asked) as known at \(known): \(steps)"

            let shown = try? chronicle.show(policy: "p", at: .day(asked), axis: axis, knownAt: .day(known))
            let state = Self.inForce(then, on: asked, recordsUpTo: civil("9999-12-31"), axis)
            #expect(shown?.version.commit == state.map(InMemorySource.commit), "\(note)")
            let listed = try chronicle.policies(at: .day(asked), axis: axis, knownAt: .day(known)).entries
            #expect(listed.isEmpty == then.isEmpty, "\(note)")
            #expect(listed.first?.inForce?.commit == shown?.version.commit, "\(note)")
            let log = try chronicle.log(all: true, axis: axis, knownAt: .day(known)).entries
            #expect(
                Set(log.flatMap(\.versions).map(\.commit)) == Set(then.indices.map(InMemorySource.commit)), "\(note)")

            let since = asked.adding(days: -20)
            let answer = try chronicle.since(.day(since), until: .day(asked), axis: axis, knownAt: .day(known))
            let alone = InMemorySource(.native, "p", then.map(\.record))
            let expected =
                then.isEmpty ? nil : try Chronicle(alone).since(.day(since), until: .day(asked), axis: axis)
            #expect(answer.policies == expected?.policies ?? [], "\(note)")
            #expect(answer.unchanged == expected?.unchanged ?? [], "\(note)")
            #expect(answer.newestRecorded == then.map(\.recorded).max()?.startOfDay, "\(note)")
        }
    }

    /// Which records own their date lines, found by reading every text: one day a record, nil where it is unknown.
    static func ownedDays(_ records: [(recorded: CivilDate, stated: CivilDate?, clauses: Set<String>)]) -> [CivilDate?]
    {
        records.indices.map { place in
            guard let stated = records[place].stated else { return nil }
            let bearers = records.indices.filter { records[$0].stated == stated && $0 <= place }
            let owner = records[bearers[0]].clauses.filter { !$0.hasPrefix("~") }
            return bearers.allSatisfy { records[$0].clauses.filter { !$0.hasPrefix("~") } == owner } ? stated : nil
        }
    }

    @Test func `in documents the version in force is found as if every date line had been settled`() throws {
        var random = SplitMix(state: 7)
        for round in 0..<300 {
            let days = Array(0..<40).shuffled(using: &random).prefix(Int.random(in: 1...9, using: &random)).sorted()
            let records = days.map { offset -> (recorded: CivilDate, stated: CivilDate?, clauses: Set<String>) in
                let stated = [nil, 0, 10, 20, 50].randomElement(using: &random) ?? nil
                let clauses = ["a", "b", "~typo"].filter { _ in Bool.random(using: &random) }
                return (
                    CivilDate(daysSinceEpoch: 20_000 + offset), stated.map { CivilDate(daysSinceEpoch: 20_000 + $0) },
                    Set(clauses)
                )
            }
            let source = InMemorySource(
                .documents, "Terms",
                records.map {
                    InMemorySource.Record(
                        $0.recorded.description, effective: $0.stated?.description,
                        text: $0.clauses.sorted().joined(separator: "\n"))
                })
            let owned = Self.ownedDays(records)
            let note = "round \(round): \(records)"
            let listed = try Chronicle(source).log(axis: .recorded).entries[0].versions.reversed().map(
                \.effective.standard)
            #expect(listed == owned, "\(note)")
            for offset in stride(from: -2, through: 60, by: 3) {
                let day = CivilDate(daysSinceEpoch: 20_000 + offset)
                let standing = records.indices.map { (owned[$0] ?? records[$0].recorded, $0) }.filter { $0.0 <= day }
                let expected = standing.max { $0 < $1 }.map { InMemorySource.commit($0.1) }
                // A chronicle of its own each day: nothing may be settled already.
                let found = try? Chronicle(source).show(policy: "Terms", at: .day(day)).version.commit
                #expect(found == expected, "\(day), \(note)")
            }
        }
    }

    static func hasSharedDays(_ steps: [Step]) -> Bool {
        let days = steps.flatMap { [$0.effective, $0.published, $0.recorded].compactMap { $0 } }
        return Set(days).count < Set(steps.indices.map { steps[$0].label }).count || Set(days).count < days.count
    }
}

/// Steele, Lea and Flood's SplitMix64: the same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
