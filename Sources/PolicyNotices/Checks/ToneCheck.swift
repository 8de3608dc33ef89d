internal import PolicyDiff
internal import PolicyModel

extension NoticeCheck {
    /// No sentence is kinder than the change it stands on.
    static let tone = NoticeCheck(
        "notice-sentence-kinder", meaning: "No edited sentence or heading is kinder than the changes it stands on.",
        example: "“This only clarifies the rule.” of a new prohibition."
    ) { notice in
        guard let tone = notice.catalogue.map(Tone.init) else { return [] }
        return movedPoints(notice) + notice.written.compactMap { finding(on: $0, notice, tone) }
    }

    private static func finding(
        on written: CheckedNotice.Written, _ notice: CheckedNotice, _ tone: Tone
    ) -> Finding? {
        let text = Tone.withoutQuotations(written.text)
        let changes = notice.changes(behind: written.key)
        let isHard = changes.contains { $0.direction == .stricter || $0.direction == .unclear }
        guard isHard else { return nil }
        let isWhole = written.key == nil || written.key == .headline || written.key == .summary
        if let word = tone.playingDown(text) {
            let isAside = written.key == nil && !isAboutChanges(text, notice)
            let isMild = isAside || (isWhole && notice.part.classification.computed < .mixed)
            return notice.finding(
                "notice-sentence-kinder", isMild ? .warning : .error,
                line: written.line,
                "“\(word)” plays down what is \(changes.contains { $0.direction == .stricter } ? "stricter" : "possibly stricter") for readers.",
                fix: "Say what changes, or waive notice-sentence-kinder with a reason.")
        }
        let isOne = changes.allSatisfy { $0.direction == .stricter } && !isWhole
        if isOne, let change = changes.first, changes.count == 1 { return figures(of: change, in: written, notice) }
        return nil
    }

    /// Whether a paragraph of people's own speaks of the changes: of all of them, where it names no matter, or of one's.
    private static func isAboutChanges(_ text: String, _ notice: CheckedNotice) -> Bool {
        guard let catalogue = notice.catalogue else { return true }
        let topic = ClaimReader(catalogue).topic(of: text)
        if topic.count < 4 { return true }
        let adverse = notice.truths.filter { $0.change.direction != .looser }
        // Of one change it says half, of several something of each.
        return adverse.contains { $0.isAbout(topic, atLeast: 0.5) }
            || adverse.count { $0.isAbout(topic, atLeast: 1 / Double(topic.count)) } > 1
                && TopicWords.share(of: topic, in: adverse.flatMap(\.topic)) >= 0.4
    }

    /// An edited sentence still names the figure that holds now.
    private static func figures(
        of change: Change, in written: CheckedNotice.Written, _ notice: CheckedNotice
    ) -> Finding? {
        let named = Set(NoticeFigures.numbers(in: written.text, notice))
        for quantity in change.quantities {
            let numbers = NoticeFigures.numbers(in: quantity.after ?? "", notice)
            guard let missing = numbers.first(where: { !named.contains($0) }) else { continue }
            return notice.finding(
                "notice-sentence-kinder", .error, line: written.line,
                "The sentence no longer names what holds now: \(quantity.after ?? missing).",
                fix: "Name the new figure.")
        }
        return nil
    }

    /// A point stands under the heading of what it means, or of something harder.
    private static func movedPoints(_ notice: CheckedNotice) -> [Finding] {
        var right: [NoticeKey: Meaning] = [:]
        for group in notice.part.groups {
            for point in group.points { right[.point(point)] = group.meaning }
        }
        var heading: Meaning?
        return notice.file.units.compactMap { unit in
            if let meaning = unit.key.meaning { heading = meaning }
            guard let own = right[unit.key], let stands = heading, stands != own, !own.isKind || !stands.isKind,
                !(own == .alsoChanged && !stands.isKind)
            else { return nil }
            return notice.finding(
                "notice-sentence-kinder", .error, line: unit.line,
                "This sentence belongs under “\(notice.title(of: own))”, not under “\(notice.title(of: stands))”.",
                fix: "Move it back.")
        }
    }
}

extension Meaning {
    /// Whether the heading speaks of something gained, or of nothing.
    fileprivate var isKind: Bool {
        switch self {
        case .mayNow, .noLongerHaveTo, .wePromise, .wordingOnly: true
        case .mayNoLonger, .mustNow, .weNoLongerPromise, .alsoChanged: false
        }
    }
}

extension CheckedNotice {
    /// The changes that a text speaks of: those of its part or its heading, else all substantive ones.
    fileprivate func changes(behind key: NoticeKey?) -> [Change] {
        let groups = part.groups
        if let key, !key.changes.isEmpty {
            let ids = Set(key.changes)
            return groups.flatMap(\.points).flatMap(\.changes).filter { ids.contains($0.id) }
        }
        if let meaning = key?.meaning {
            return groups.filter { $0.meaning == meaning }.flatMap(\.points).flatMap(\.changes)
        }
        if key == nil || key == .headline || key == .summary || key == .editorial {
            return groups.flatMap(\.points).flatMap(\.changes)
        }
        return []
    }

    fileprivate func title(of meaning: Meaning) -> String {
        catalogue?.text("groups/\(meaning.rawValue)") ?? meaning.rawValue
    }
}

/// How words sound, in the words of one language.
struct Tone {
    private let playingDown: [String]

    init(_ catalogue: Catalogue) {
        func words(_ key: String) -> [String] {
            (catalogue["tone/\(key)"] ?? "").split(separator: ",").map { word in
                String(word.drop { $0 == " " }).lowercased()
            }.sorted { ($1.count, $0) < ($0.count, $1) }
        }
        playingDown = words("playing-down")
    }

    /// The first words of a text that play something down; nil where none do.
    func playingDown(_ text: String) -> String? { Self.first(of: playingDown, in: Self.plain(text)) }

    /// The first of some words in a text, to the end of the last of them as it stands there.
    private static func first(of words: [String], in text: String) -> String? {
        words.lazy.compactMap { text.firstRange(of: " " + $0) }.first.map { range in
            let end = text[range.upperBound...].firstIndex(of: " ") ?? text.endIndex
            return String(text[text.index(after: range.lowerBound)..<end])
        }
    }

    /// The text in lower case with single spaces, one in front, and without punctuation.
    static func plain(_ text: String) -> String {
        var output = " "
        for character in text.lowercased() {
            let isWord = character.isLetter || character.isNumber || character == "’" || character == "'"
            if isWord {
                output.append(character)
            } else if output.last != " " {
                output.append(" ")
            }
        }
        return output
    }

    /// The text without what stands in quotation marks: those are the policy's words, not the writer's.
    static func withoutQuotations(_ text: String) -> String { parted(text).own }

    /// What stands in quotation marks.
    static func quotations(in text: String) -> [String] { parted(text).quoted }

    /// The text with what stands in quotation marks, without the marks.
    static func withoutMarks(_ text: String) -> String { text.filter { !"“”„«»\"".contains($0) } }

    private static func parted(_ text: String) -> (own: String, quoted: [String]) {
        var own = ""
        var quoted: [String] = []
        var current = ""
        var closing: Character?
        for character in text {
            if let end = closing {
                if character == end {
                    closing = nil
                    quoted.append(current)
                    current = ""
                } else {
                    current.append(character)
                }
                continue
            }
            switch character {
            case "“": closing = "”"
            case "„": closing = "“"
            case "«": closing = "»"
            case "\"": closing = "\""
            default: own.append(character)
            }
        }
        // A mark that nobody closes quotes nothing.
        return closing == nil ? (own, quoted) : (own + current, quoted)
    }
}
