import PolicyDiff
import PolicyModel

extension StyledText.Style {
    init(_ direction: Direction) {
        switch direction {
        case .stricter: self = .stricter
        case .looser: self = .looser
        case .neutral: self = .neutral
        case .unclear: self = .unclear
        }
    }
}

extension Page {
    /// The column at which a change's sentence starts: "  ▲ stricter  ".
    private static let hanging = 14

    /// Adds changes, one below the other; editorial ones are one line unless all are asked for.
    ///
    /// - Parameter limit: How many are told in full where not all are asked for; the rest is counted.
    mutating func add(changes: [Change], in context: ChangeContext, limit: Int = .max) {
        let substantive = options.all ? changes : changes.filter { $0.significance > .editorial }
        let told = substantive.prefix(options.all ? .max : limit)
        var previous: Change?
        for change in told {
            gap()
            add(change, context, isSameClause: !options.all && change.isOfSameClause(as: previous))
            previous = change
        }
        let rest = Wording.rest(
            substantive: substantive.count - told.count, of: changes, isAlone: told.isEmpty, all: options.all)
        if let rest {
            gap()
            add(StyledText(rest, .quiet), indentation: 4, first: 2)
        }
        // What the publisher calls editorial is counted with the rest, but never without its reason.
        for line in Wording.overrides(among: options.all ? [] : changes.filter { $0.significance == .editorial }) {
            add(StyledText(line, .quiet), indentation: 2)
        }
    }

    /// Adds where the changes of a long list are.
    mutating func add(_ digest: ComparisonDigest) {
        gap()
        add(StyledText(DigestWording.title, .strong), indentation: 2)
        var table = Table()
        for row in DigestWording.rows(digest) {
            table.add([
                StyledText(row.section), StyledText(String(row.count)), StyledText(row.directions),
                StyledText(row.kinds, .quiet),
            ])
        }
        table.print(on: &self, indentation: 2)
    }

    private mutating func add(_ change: Change, _ context: ChangeContext, isSameClause: Bool) {
        let style = StyledText.Style(change.direction)
        let word = change.significance == .editorial ? "editorial" : change.direction.rawValue
        let sign = change.significance == .editorial ? "·" : change.direction.sign
        var lead = StyledText("  ")
        let label = "\(sign) \(word)"
        lead.append(label, change.significance == .editorial ? .quiet : style)
        lead.append(String(repeating: " ", count: max(1, Self.hanging - 2 - label.columns)))
        add(StyledText(change.summary, .strong), indentation: Self.hanging, lead: lead)
        // The words of a clause are shown once, with the first change that is told of it.
        if isSameClause {
            add(StyledText("in the same clause", .quiet), indentation: Self.hanging)
        } else {
            addExcerpts(of: change)
        }
        let place = Wording.place(of: change, context, all: options.all)
        if !place.isEmpty { add(StyledText(place, .quiet), indentation: Self.hanging) }
        if let word = change.override { add(StyledText(Wording.override(word), .quiet), indentation: Self.hanging) }
    }

    /// Adds what went and what came.
    private mutating func addExcerpts(of change: Change) {
        let (before, after) = Excerpt.sides(of: change, whole: options.all)
        for (excerpt, sign, style) in [(before, "−", StyledText.Style.deleted), (after, "+", .inserted)] {
            guard let excerpt else { continue }
            var text = StyledText()
            for run in excerpt.runs { text.append(run.text, run.isChanged ? style : .plain) }
            add(
                text, indentation: Self.hanging + 2,
                lead: StyledText("\(sign) ", style == .deleted ? .stricter : .looser))
        }
    }
}

extension Change {
    /// Whether the change before it was told of the same clause.
    fileprivate func isOfSameClause(as other: Change?) -> Bool {
        guard let other, before != nil, after != nil else { return false }
        return before == other.before && after == other.after
    }
}
