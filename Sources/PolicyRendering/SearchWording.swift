import PolicyModel
import PolicyQueries

/// The sentences in which every form tells what was found.
enum SearchWording {
    static func head(_ answer: SearchAnswer) -> String {
        let texts = answer.inForceOn.map { "in the texts in force on \($0)" } ?? "in any version"
        guard !answer.entries.isEmpty else {
            return
                "“\(answer.phrase)” stands nowhere \(texts); the newest record is of \(answer.newestRecorded.utcDay)."
        }
        let count = answer.entries.count
        let whose = answer.inForceOn.map { "the text in force on \($0) of" } ?? "versions of"
        return "“\(answer.phrase)” stands in \(whose) \(count) \(count == 1 ? "policy" : "policies")"
    }

    static func run(_ run: SearchAnswer.Run) -> String {
        var text = "came with \(run.came.label) (recorded \(run.came.recorded.utcDay))"
        switch run.went {
        case nil: text += ", still stands"
        case let went? where went.isEnd: text += ", went with the policy (\(went.recorded.utcDay))"
        case let went?: text += ", went with \(went.label) (recorded \(went.recorded.utcDay))"
        }
        return text + "; \(run.versions) \(run.versions == 1 ? "version" : "versions")"
    }

    /// Which version the quoted clause is of: where the phrase stands in several, it may have stood in other clauses before.
    static func source(_ entry: SearchAnswer.Entry) -> String? {
        entry.runs.reduce(0) { $0 + $1.versions } > 1 ? "In the newest version with these words:" : nil
    }

    /// The longest excerpt, in bytes; a clause may be a page long.
    private static let excerptLength = 240

    /// The clause, cut around the phrase where it is long.
    static func excerpt(_ entry: SearchAnswer.Entry, of answer: SearchAnswer) -> String {
        let text = Array(entry.clause)
        guard text.count > excerptLength else { return entry.clause }
        let word = answer.phrase.split(separator: " ").first.map { Array($0.lowercased()) } ?? []
        let lowered = text.map { Character($0.lowercased().first.map(String.init) ?? " ") }
        let place = lowered.indices.first { lowered[$0...].starts(with: word) } ?? 0
        let start = max(0, min(place - excerptLength / 3, text.count - excerptLength))
        let end = min(text.count, start + excerptLength)
        return (start > 0 ? "… " : "") + String(text[start..<end]) + (end < text.count ? " …" : "")
    }
}
