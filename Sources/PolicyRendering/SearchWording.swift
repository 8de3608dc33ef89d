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

    /// The clauses that are shown: those of the newest version, and all others where all are asked for.
    static func shown(_ entry: SearchAnswer.Entry, all: Bool) -> [SearchAnswer.Clause] {
        all ? entry.clauses : Array(entry.clauses.prefix(min(entry.newest, most)))
    }

    /// How many clauses of one text are shown where not all are asked for.
    private static let most = 12

    /// Which version the quoted clauses are of, where the phrase stands in several.
    static func source(_ entry: SearchAnswer.Entry) -> String? {
        if entry.newest > 1 { return "In \(entry.newest) clauses of the newest version with these words:" }
        return entry.runs.reduce(0) { $0 + $1.versions } > 1 ? "In the newest version with these words:" : nil
    }

    /// When a clause came and went, where that is not when the phrase did.
    static func own(_ clause: SearchAnswer.Clause, in entry: SearchAnswer.Entry) -> String? {
        if clause.runs == entry.runs { return nil }
        return "this wording " + clause.runs.map(run).joined(separator: "; before, it ")
    }

    /// What is not shown; nil where all is.
    static func rest(_ entry: SearchAnswer.Entry, all: Bool) -> String? {
        let hidden = entry.newest - shown(entry, all: all).count
        let former = entry.clauses.count - entry.newest
        if all || hidden == 0 && former == 0 { return nil }
        func count(_ number: Int, _ what: String) -> String? {
            number == 0 ? nil : "\(number) \(number == 1 ? "clause" : "clauses") \(what)"
        }
        let parts = [count(hidden, "more of that version"), count(former, "of earlier versions")].compactMap { $0 }
        return "… and \(parts.joined(separator: " and ")); --all shows \(hidden + former == 1 ? "it" : "them")."
    }

    /// The longest excerpt, in bytes; a clause may be a page long.
    private static let excerptLength = 240

    /// The clause, cut around the phrase where it is long.
    static func excerpt(_ clause: SearchAnswer.Clause, of answer: SearchAnswer) -> String {
        let text = Array(clause.text)
        guard text.count > excerptLength else { return clause.text }
        let phrase = Array(answer.phrase.lowercased().split { $0 == " " || $0 == "*" }.joined(separator: " "))
        let lowered = text.map { Character($0.lowercased().first.map(String.init) ?? " ") }
        func place(of words: some Collection<Character>) -> Int? {
            lowered.indices.first { lowered[$0...].starts(with: words) }
        }
        let place = place(of: phrase) ?? place(of: phrase.prefix { $0 != " " }) ?? 0
        let start = max(0, min(place - excerptLength / 3, text.count - excerptLength))
        let end = min(text.count, start + excerptLength)
        return (start > 0 ? "… " : "") + String(text[start..<end]) + (end < text.count ? " …" : "")
    }
}
