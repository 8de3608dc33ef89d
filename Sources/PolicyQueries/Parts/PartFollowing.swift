import PolicyDiff
import PolicyModel

/// Follows one part of a policy through a line of versions.
///
/// The part is looked for in each version. What was found is then followed both ways, through versions that word or number it otherwise.
/// Versions with the same content as the one before, and failed captures, say nothing about the part and are passed over.
struct PartFollowing {
    /// One version of the line with what of it is the part.
    private struct Stage {
        let position: Timeline.Position
        /// The sections of the text, to find what is under a heading; empty where the policy has ended.
        let sections: [Section]
        var part: Set<Item>
        var rules: Set<Int>
        let ruleIDs: [String]
        /// How it came from the stage before; nil at the first one, and where the policy had ended between.
        let trace: Trace?
    }

    /// A version that did something to the part.
    struct Moment {
        let position: Timeline.Position
        let event: PartEvent
        let text: String
        let changes: [Change]
    }

    private let selector: PartSelector
    private let timeline: Timeline
    private var stages: [Stage] = []
    /// The names that the part might have been meant to have.
    private var names: Set<String> = []

    init(_ selector: PartSelector, on timeline: Timeline) {
        self.selector = selector
        self.timeline = timeline
    }

    /// The names nearest to one that was not found.
    func nearest() -> [String] {
        switch selector {
        case .rule(let name), .section(let name): PolicyQueries.nearest(to: name, among: names.sorted())
        case .match: []
        }
    }

    // MARK: Looking

    /// Looks for the part in the next version of the line.
    mutating func look(at position: Timeline.Position) throws {
        let record = timeline.records[position.entry]
        if timeline.points[position.point].isEnd {
            if stages.last.map({ !$0.sections.isEmpty }) ?? false {
                stages.append(Stage(position: position, sections: [], part: [], rules: [], ruleIDs: [], trace: nil))
            }
            return
        }
        var trace: Trace?
        if let last = stages.last, !last.sections.isEmpty {
            let before = timeline.records[last.position.entry]
            if timeline.texts.areIdentical(before, record) { return }
            let found = try timeline.texts.trace(from: before, to: record)
            if found.isTextMissing {
                // Whichever of the two is a failed capture is no version of the part.
                if try timeline.texts.size(of: before) > timeline.texts.size(of: record) { return }
                stages.removeLast()
                try look(at: position)
                return
            }
            trace = found
        }
        let content = try timeline.texts.content(of: record)
        let rules = content.rules?.rules ?? []
        note(content.document, rules)
        stages.append(
            Stage(
                position: position, sections: content.document.sections, part: found(in: content.document),
                rules: found(in: rules), ruleIDs: rules.map(\.id), trace: trace))
    }

    private mutating func note(_ document: Document, _ rules: [Rule]) {
        switch selector {
        case .rule: names.formUnion(rules.map(\.id))
        case .section: names.formUnion(document.sections.map(\.heading).filter { !$0.isEmpty })
        case .match: break
        }
    }

    private func found(in document: Document) -> Set<Item> {
        switch selector {
        case .rule: return []
        case .section(let heading):
            let wanted = heading.matchable
            let headed = document.sections.indices.filter { !document.sections[$0].heading.isEmpty }
            let exact = headed.filter { document.sections[$0].heading.matchable.isHeading(wanted) }
            let like =
                exact.isEmpty ? headed.filter { document.sections[$0].heading.matchable.contains(wanted) } : exact
            return Set(like.flatMap { document.sections.items(under: $0) })
        case .match(let text):
            let wanted = text.matchable
            return Set(Item.all(of: document).filter { document.text(of: $0).matchable.contains(wanted) })
        }
    }

    private func found(in rules: [Rule]) -> Set<Int> {
        guard case .rule(let id) = selector else { return [] }
        return Set(rules.indices.filter { rules[$0].id == id })
    }

    // MARK: Following

    /// Follows what was found to the versions after and before.
    mutating func close() {
        for place in stages.indices.dropFirst() { follow(from: place - 1, to: place) }
        for place in stages.indices.dropFirst().reversed() { follow(from: place, to: place - 1) }
    }

    private mutating func follow(from: Int, to: Int) {
        guard let trace = stages[max(from, to)].trace else { return }
        let isForward = from < to
        let items = stages[from].part.flatMap { isForward ? trace.successors(of: $0) : trace.origins(of: $0) }
        if case .section = selector {
            // The section itself leads where it is there: what was moved out of it is no part of it any more.
            let headings = items.compactMap { item -> Int? in
                if case .heading(let index) = item, !stages[to].part.contains(item) { index } else { nil }
            }
            let kept = headings.flatMap { stages[to].sections.items(under: $0) }
            stages[to].part.formUnion(kept)
            if stages[to].part.isEmpty { stages[to].part.formUnion(items) }
        } else {
            stages[to].part.formUnion(items)
        }
        if isForward {
            for (index, _) in stages[to].ruleIDs.enumerated() {
                if let origin = trace.origin(ofRule: index), stages[from].rules.contains(origin) {
                    stages[to].rules.insert(index)
                }
            }
        } else {
            stages[to].rules.formUnion(stages[from].rules.compactMap(trace.origin(ofRule:)))
        }
    }

    // MARK: Telling

    /// Returns the versions that did something to the part, oldest first.
    func moments() throws -> [Moment] {
        var moments: [Moment] = []
        for (place, stage) in stages.enumerated() {
            let isThere = !stage.part.isEmpty || !stage.rules.isEmpty
            let before = place > 0 ? stages[place - 1] : nil
            let wasThere = before.map { !$0.part.isEmpty || !$0.rules.isEmpty } ?? false
            guard isThere || wasThere else { continue }
            let changes = stage.trace.flatMap { trace in before.map { self.changes($0, stage, trace) } } ?? []
            if isThere, wasThere, changes.isEmpty { continue }
            let event: PartEvent =
                switch (wasThere, isThere) {
                case (true, true): .changed
                case (true, false): .gone
                default: !moments.isEmpty ? .returned : place == 0 ? .first : .appeared
                }
            moments.append(
                Moment(position: stage.position, event: event, text: try text(of: stage), changes: changes))
        }
        return moments
    }

    private func changes(_ before: Stage, _ after: Stage, _ trace: Trace) -> [Change] {
        let rules = before.rules.map { before.ruleIDs[$0] } + after.rules.map { after.ruleIDs[$0] }
        return trace.changes(of: before.part, and: after.part, rules: Set(rules))
    }

    private func text(of stage: Stage) throws -> String {
        if stage.part.isEmpty, stage.rules.isEmpty { return "" }
        let content = try timeline.texts.content(of: timeline.records[stage.position.entry])
        if !stage.rules.isEmpty {
            return stage.rules.sorted().map { content.text(ofRule: $0) }.joined(separator: "\n")
        }
        return content.text(of: Item.all(of: content.document).filter { stage.part.contains($0) })
    }
}

extension [Section] {
    /// The heading of a section with all headings and clauses under it.
    fileprivate func items(under index: Int) -> [Item] {
        indices.flatMap { place -> [Item] in
            var next: Int? = place
            while let current = next, current > index { next = self[current].parent }
            guard next == index else { return [] }
            let heading: [Item] = self[place].heading.isEmpty ? [] : [.heading(place)]
            return heading + self[place].clauses.map { .clause($0) }
        }
    }
}

extension String {
    /// The text for a search that minds neither case nor the form of quotation marks and spaces.
    fileprivate var matchable: String {
        var folded = ""
        for scalar in lowercased().unicodeScalars {
            switch scalar {
            case "’", "‘": folded.append("'")
            case "“", "”", "„", "«", "»": folded.append("\"")
            case "\u{A0}", "\n", "\t": folded.append(" ")
            case "\u{2060}", "\u{AD}": break
            default: folded.unicodeScalars.append(scalar)
            }
        }
        return folded
    }

    /// Whether it is the heading that is looked for, its number left out.
    fileprivate func isHeading(_ wanted: String) -> Bool {
        if self == wanted { return true }
        guard hasSuffix(wanted) else { return false }
        let lead = dropLast(wanted.count)
        // "12. ", "A. ", "IV) ", "§ 3 ": a number, or a letter with its mark.
        return lead.last == " " && lead.utf8.count <= 8
            && lead.contains { $0.isNumber || ".):§".contains($0) }
    }
}
