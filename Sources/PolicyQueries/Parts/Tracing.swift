import PolicyDiff
import PolicyModel

/// Follows each part of a text back through the versions before it, until a version changed it in substance.
struct Tracing {
    /// One part on its way back.
    struct Tracked {
        let section: [String]
        let isHeading: Bool
        let rule: String?
        let text: String
        let lines: LineRange
        /// What it was in the version looked at; several where clauses were glued, none where it is not there yet.
        fileprivate(set) var items: [Item] = []
        fileprivate(set) var ruleIndex: Int?
        /// The place on the line of the version since which it stands; nil while that is open.
        fileprivate(set) var since: Int?
        /// Its wordings so far, newest first, where they are asked for.
        fileprivate(set) var wordings: [(place: Int, text: String, significance: Significance?)] = []
        /// Whether there is nothing more to find.
        fileprivate var isDone = false
    }

    private(set) var parts: [Tracked]
    private(set) var rules: [Tracked]
    private let tellsWordings: Bool

    /// What was found of one part: where it stands since, and its wordings.
    struct Outcome {
        let since: Int
        let wordings: [(place: Int, text: String, significance: Significance?)]
    }

    /// What was found, the parts before the rules.
    var outcomes: [Outcome] {
        (parts + rules).map { Outcome(since: $0.since ?? 0, wordings: $0.wordings) }
    }

    /// Takes over what was found before of the same text along the same line.
    mutating func settle(_ outcomes: [Outcome]) {
        for (index, outcome) in outcomes.prefix(parts.count).enumerated() {
            parts[index].since = outcome.since
            parts[index].wordings = outcome.wordings
        }
        for (index, outcome) in outcomes.dropFirst(parts.count).enumerated() {
            rules[index].since = outcome.since
            rules[index].wordings = outcome.wordings
        }
    }

    /// Starts with the headings, clauses and rules of a text.
    init(_ content: PolicyContent, wordings: Bool) {
        let document = content.document
        self.tellsWordings = wordings
        self.parts = Item.all(of: document).map { item in
            switch item {
            case .heading(let index):
                Tracked(
                    section: document.path(ofSection: index).dropLast(), isHeading: true, rule: nil,
                    text: document.sections[index].heading, lines: document.sections[index].lines, items: [item])
            case .clause(let index):
                Tracked(
                    section: document.path(ofSection: document.clauses[index].section), isHeading: false, rule: nil,
                    text: document.clauses[index].text, lines: document.clauses[index].lines, items: [item])
            }
        }
        self.rules = (content.rules?.rules ?? []).enumerated().map { index, rule in
            Tracked(
                section: [], isHeading: false, rule: rule.id, text: rule.title ?? rule.action, lines: rule.lines,
                ruleIndex: index)
        }
    }

    /// Follows all parts back along a line of versions, the last of which is the text itself.
    mutating func follow(_ line: [Timeline.Position], on timeline: Timeline) throws {
        var place = line.count - 1
        while place > 0, parts.contains(where: { !$0.isDone }) || rules.contains(where: { !$0.isDone }) {
            let current = timeline.records[line[place].entry]
            guard let earlier = try Self.traceable(before: place, line, timeline) else { break }
            let old = try timeline.texts.content(of: timeline.records[line[earlier.place].entry])
            let new = try timeline.texts.content(of: current)
            for index in parts.indices where !parts[index].isDone {
                step(&parts[index], through: earlier.trace, at: place, new)
            }
            for index in rules.indices where !rules[index].isDone {
                stepRule(&rules[index], through: earlier.trace, at: place, old, new)
            }
            place = earlier.place
        }
        let oldest = try timeline.texts.content(of: timeline.records[line[place].entry])
        for index in parts.indices where !parts[index].isDone { end(&parts[index], at: place, oldest) }
        for index in rules.indices where !rules[index].isDone { end(&rules[index], at: place, oldest) }
    }

    /// The nearest earlier version whose text is there; nil where there is none.
    ///
    /// A failed capture is passed over, or every clause would seem to be as new as its end.
    private static func traceable(
        before place: Int, _ line: [Timeline.Position], _ timeline: Timeline
    ) throws -> (place: Int, trace: Trace)? {
        let current = timeline.records[line[place].entry]
        for earlier in (0..<place).reversed() {
            let trace = try timeline.texts.trace(from: timeline.records[line[earlier].entry], to: current)
            if !trace.isTextMissing { return (earlier, trace) }
        }
        return nil
    }

    private func step(_ part: inout Tracked, through trace: Trace, at place: Int, _ content: PolicyContent) {
        let items = part.items
        let origins = Set(items.flatMap(trace.origins(of:))).sorted { $0.order < $1.order }
        let isNew = items.contains { trace.origins(of: $0).isEmpty }
        let weight = isNew ? .material : items.compactMap(trace.significance(of:)).max()
        note(weight, isNew: isNew, &part, at: place) { content.text(of: items) }
        part.items = origins
        if origins.isEmpty { part.isDone = true }
    }

    private func stepRule(
        _ part: inout Tracked, through trace: Trace, at place: Int, _ old: PolicyContent, _ new: PolicyContent
    ) {
        guard let index = part.ruleIndex else { return }
        let origin = trace.origin(ofRule: index)
        let weight = origin == nil ? .material : trace.significance(ofRule: index)
        note(weight, isNew: origin == nil, &part, at: place) { new.text(ofRule: index) }
        part.ruleIndex = origin
        if origin == nil { part.isDone = true }
    }

    /// Notes what a version did to a part.
    private func note(
        _ weight: Significance?, isNew: Bool, _ part: inout Tracked, at place: Int, text: () -> String
    ) {
        guard let weight else { return }
        if weight > .editorial, part.since == nil { part.since = place }
        if tellsWordings {
            part.wordings.append((place, text(), isNew ? nil : weight))
        } else if part.since != nil {
            part.isDone = true
        }
    }

    /// A part that the oldest version has already.
    private func end(_ part: inout Tracked, at place: Int, _ content: PolicyContent) {
        part.since = part.since ?? place
        part.isDone = true
        guard tellsWordings else { return }
        let text = part.ruleIndex.map { content.text(ofRule: $0) } ?? content.text(of: part.items)
        part.wordings.append((place, text, nil))
    }
}

extension Item {
    /// Where it stands among the items of its kind.
    fileprivate var order: Int {
        switch self {
        case .heading(let index): index
        case .clause(let index): index
        }
    }
}

extension PolicyContent {
    /// What a rule says, in lines: its action, then its lists.
    func text(ofRule index: Int) -> String {
        guard let rule = rules?.rules[index] else { return "" }
        let lists = [
            ("for example", rule.examples), ("except", rule.exceptions), ("if", rule.conditions),
            ("otherwise", rule.consequences),
        ]
        let tails = lists.filter { !$0.1.isEmpty }.map { name, statements in
            "\(name): " + statements.map(\.text).joined(separator: "; ")
        }
        return ([rule.action] + tails).joined(separator: "\n")
    }
}
