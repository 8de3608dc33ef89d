import PolicyDiff
import PolicyModel
import PolicyQueries
import PolicyTestSupport

/// Compares clause by clause, as sets: enough for questions about time, which ask what is there and not how it is told.
///
/// A clause that starts with `~` is editorial.
func compareClauses(_ old: PolicyContent, _ new: PolicyContent, _ options: ComparisonOptions) -> Comparison {
    let before = Set(old.document.clauses.map(\.text))
    let after = Set(new.document.clauses.map(\.text))
    func change(_ sign: String, _ text: String, _ kind: String) -> Change {
        Change(
            id: sign + text, kind: kind, significance: text.hasPrefix("~") ? .editorial : .material,
            direction: .unclear,
            section: [], before: nil, after: nil, summary: sign + text, reason: "")
    }
    return Comparison(
        changes: before.subtracting(after).sorted().map { change("-", $0, "clause-removed") }
            + after.subtracting(before).sorted().map { change("+", $0, "clause-added") })
}

extension Chronicle {
    init(_ source: InMemorySource, now: String = "2030-01-01T12:00:00Z") {
        self.init(
            source: source, now: Now(Instant(rfc3339: now) ?? Instant(secondsSinceEpoch: 0)), compare: compareClauses)
    }
}

func civil(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(daysSinceEpoch: 0) }
func day(_ text: String) -> When { .day(civil(text)) }
func moment(_ text: String) -> When { .moment(Instant(rfc3339: text) ?? Instant(secondsSinceEpoch: 0)) }

extension SinceAnswer {
    /// The changes of the only policy, each with the version that brought it: `+text (label)`.
    var told: [String] {
        policies.flatMap { $0.comparison.changes.map { "\($0.summary) (\($0.introducedIn ?? "?"))" } }
    }
}
