import PolicyModel
import PolicyQueries

/// The sentences in which every form tells what was found.
package enum SearchWording {
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

    /// How many clauses of one text people are shown where they do not ask for all.
    package static let most = 12

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
    static func rest(_ entry: SearchAnswer.Entry) -> String? {
        let hidden = max(entry.newest - entry.clauses.count, 0)
        let former = entry.clauseCount - max(entry.newest, entry.clauses.count)
        if hidden == 0 && former == 0 { return nil }
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
        let text = clause.text
        let count = text.utf8.count
        guard count > excerptLength else { return text }
        let phrase = Array(answer.phrase.split { $0 == " " || $0 == "*" }.joined(separator: " ").lowercased().utf8)
        // Letters beyond ASCII are lowered only where they are looked for.
        let isPlain = phrase.allSatisfy { $0 < 0x80 }
        let lowered =
            isPlain
            ? text.utf8.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 }
            : Array(text.lowercased().utf8)
        func place(of words: some Collection<UInt8>) -> Int? {
            guard let first = words.first else { return nil }
            return lowered.indices.first { lowered[$0] == first && lowered[$0...].starts(with: words) }
        }
        let place = place(of: phrase) ?? place(of: phrase.prefix { $0 != UInt8(ascii: " ") }) ?? 0
        // Upper and lower case may differ in bytes: the cut is about right then, and never inside of a character.
        let start = max(0, min(place - excerptLength / 3, count - excerptLength))
        let end = min(count, start + excerptLength)
        let excerpt = text[text.character(atByte: start)..<text.character(atByte: end)]
        return (start > 0 ? "… " : "") + excerpt + (end < count ? " …" : "")
    }
}

extension String {
    /// The character that a byte belongs to.
    fileprivate func character(atByte offset: Int) -> Index {
        var offset = offset
        while offset > 0 {
            if let place = Index(utf8.index(utf8.startIndex, offsetBy: offset), within: self) { return place }
            offset -= 1
        }
        return startIndex
    }
}
