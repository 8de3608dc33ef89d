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
    mutating func add(changes: [Change], versions: [Version]) {
        let told = options.all ? changes : changes.filter { $0.significance > .editorial }
        for change in told {
            gap()
            add(change, versions: versions)
        }
        let left = changes.count - told.count
        if left > 0 {
            gap()
            let more = told.isEmpty ? "" : "and "
            add(
                StyledText(
                    "\(more)\(Wording.counted(left, "editorial change", "editorial changes")) of wording or layout "
                        + "(--all lists \(left == 1 ? "it" : "them"))", .quiet),
                indentation: 2)
        }
    }

    private mutating func add(_ change: Change, versions: [Version]) {
        let style = StyledText.Style(change.direction)
        let word = change.significance == .editorial ? "editorial" : change.direction.rawValue
        let sign = change.significance == .editorial ? "·" : change.direction.sign
        var lead = StyledText("  ")
        let label = "\(sign) \(word)"
        lead.append(label, change.significance == .editorial ? .quiet : style)
        lead.append(String(repeating: " ", count: max(1, Self.hanging - 2 - label.columns)))
        add(StyledText(change.summary, .strong), indentation: Self.hanging, lead: lead)
        addExcerpts(of: change)
        let place = Wording.place(of: change, versions: versions, all: options.all)
        if !place.isEmpty { add(StyledText(place, .quiet), indentation: Self.hanging) }
    }

    /// Adds before and after; a side that the sentence quotes in full is not repeated.
    private mutating func addExcerpts(of change: Change) {
        let sides: [(Excerpt?, String, StyledText.Style)] = [
            (Excerpt.before(change, whole: options.all), "−", .deleted),
            (Excerpt.after(change, whole: options.all), "+", .inserted),
        ]
        for (excerpt, sign, style) in sides {
            guard let excerpt, !excerpt.text.isEmpty, !change.summary.contains(excerpt.text) else { continue }
            let isWhole = !excerpt.runs.contains(where: \.isChanged)
            let isOnlySide = change.before == nil || change.after == nil
            var text = StyledText()
            for run in excerpt.runs {
                // Nothing is struck through where a whole text went: its sign says so.
                text.append(run.text, run.isChanged || (isWhole && isOnlySide && style == .inserted) ? style : .plain)
            }
            add(
                text, indentation: Self.hanging + 2, lead: StyledText("\(sign) ", style == .deleted ? .stricter : style)
            )
        }
    }
}
