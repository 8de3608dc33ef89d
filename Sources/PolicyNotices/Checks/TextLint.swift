internal import PolicyDiff
internal import PolicyLanguage
internal import PolicyModel

extension NoticeCheck {
    /// Rules and text name the same figures.
    static let rulesAndText = NoticeCheck(
        "N013", meaning: "A figure of a rule stands in the clause that the rule names.",
        example: "`within 30 days` in rules.yaml and “within 60 days” in the clause."
    ) { notice in
        let reader = notice.readerOfTexts
        let document = notice.after.document
        let anchors = Anchors(document)
        return (notice.after.rules?.rules ?? []).compactMap { rule -> Finding? in
            guard let clause = rule.clause, let target = anchors.target(of: clause) else { return nil }
            let texts =
                switch target {
                case .section(let index): document.sections[index].clauses.map { document.clauses[$0].text }
                case .clause(let index): [document.clauses[index].text]
                }
            let there = texts.flatMap { reader.readings(of: $0).flatMap(\.quantities) }
            let own = ([rule.action] + (rule.conditions + rule.exceptions).map(\.text))
                .flatMap { reader.readings(of: $0).flatMap(\.quantities) }
            // Only figures of the same measure can disagree.
            guard let wrong = own.first(where: { !Self.stands($0, in: there) && Self.hasMeasure(of: $0, there) }) else {
                return nil
            }
            return notice.finding(
                "N013", .error,
                "The rule \(rule.id) says “\(wrong)”, and its clause #\(clause) says \(there.map { "“\($0)”" }.joined(separator: ", ")).",
                fix: "Make rules.yaml and the text say the same.")
        }
    }

    private static func parts(_ quantity: String) -> (number: String, measure: String) {
        let words = quantity.lowercased().split { !$0.isLetter && !$0.isNumber && !"€$£%".contains($0) }
        return (
            words.filter { $0.contains(where: \.isNumber) }.joined(separator: " "),
            words.filter { !$0.contains(where: \.isNumber) }.map { String($0.prefix(3)) }.joined(separator: " ")
        )
    }

    private static func stands(_ quantity: String, in others: [String]) -> Bool {
        others.contains { parts($0) == parts(quantity) }
    }

    private static func hasMeasure(of quantity: String, _ others: [String]) -> Bool {
        let measure = parts(quantity).measure
        return !measure.isEmpty && others.contains { parts($0).measure == measure }
    }

    /// Headings that others link to are still there.
    static let anchors = NoticeCheck(
        "N018", meaning: "The anchors of headings that the old text had are still there.",
        example: "“## Your data” became “## Data”: links to #your-data break."
    ) { notice in
        guard let before = notice.before else { return [] }
        let now = Anchors(notice.after.document)
        let gone = Anchors(before.document).names.filter { now.target(of: $0) == nil }
        guard !gone.isEmpty else { return [] }
        let shown = gone.prefix(5).map { "#\($0)" }.joined(separator: ", ")
        return [
            notice.finding(
                "N018", .warning,
                "Links to \(shown)\(gone.count > 5 ? " and \(gone.count - 5) more" : "") lead nowhere in the new text.",
                fix: "Keep the anchor at the new heading: `## New heading {#\(gone[0])}`.")
        ]
    }

    /// Readers are not told to look for changes themselves.
    static let checkBack = NoticeCheck(
        "N010", meaning: "The policy does not leave it to readers alone to look for changes.",
        example: "“Please check this page for changes.” and no word of a notice."
    ) { notice in
        guard let words = notice.lintWords else { return [] }
        let clauses = notice.after.document.clauses
        let place = clauses.firstIndex { words.first(.checkBack, in: $0.text) != nil }
        let tells = clauses.contains { words.first(.tellsReaders, in: $0.text) != nil }
        guard let place, !tells else { return [] }
        return [
            Finding(
                id: "N010", severity: .warning,
                message:
                    "The policy asks readers to look for changes themselves and names no other way to learn of them: “\(Quotation.words(of: clauses[place].text, limit: 14))”.",
                place: Place(path: notice.version.record.path, lines: clauses[place].lines),
                fix: "Say how readers are told of changes.")
        ]
    }

    /// A promised e-mail can be sent.
    static let mailPromise = NoticeCheck(
        "N026", meaning: "Where the policy promises an e-mail about changes, notices have a sender.",
        example: "“We will e-mail you about changes.” and no `mail: from:` in the settings."
    ) { notice in
        guard let words = notice.lintWords, notice.surroundings.settings.mail.sender == nil else { return [] }
        let clauses = notice.after.document.clauses
        let promise = clauses.first { clause in
            Sentences(clause.text).all.contains {
                words.first(.mailsReaders, in: $0) != nil && words.first(.ofChanges, in: $0) != nil
            }
        }
        guard let promise else { return [] }
        return [
            Finding(
                id: "N026", severity: .error,
                message:
                    "The policy promises an e-mail about changes, and the settings name no sender of notices: “\(Quotation.words(of: promise.text, limit: 14))”.",
                place: Place(path: notice.version.record.path, lines: promise.lines),
                fix: "Set `mail: from:` in policyhistory.yaml, or waive N026 with how the e-mail is sent.")
        ]
    }

    /// Translations are there, of this version, and name the same figures.
    static let translations = NoticeCheck(
        "N016", meaning: "Translations are there, are of this version, and name the same numbers as the text.",
        example: "policy.fr.md says “14 jours”, policy.md “10 days”."
    ) { notice in
        let own = notice.languageOfTexts ?? notice.surroundings.settings.languages.first
        func primary(_ tag: String?) -> String { String((tag ?? "").lowercased().prefix { $0 != "-" && $0 != "_" }) }
        let present = notice.surroundings.translations
        var findings: [Finding] = []
        for language in notice.surroundings.settings.languages.dropFirst()
        where primary(language) != primary(own)
            && !present.contains(where: { primary($0.language) == primary(language) })
        {
            findings.append(
                notice.finding(
                    "N016", .warning, "There is no translation of version \(notice.version.label) into \(language).",
                    fix: "Add policy.\(language).md, or take the language out of the settings."))
        }
        for translation in present {
            if let label = translation.translates, label != notice.version.label {
                findings.append(
                    notice.finding(
                        "N016", .warning,
                        "The translation into \(translation.language) is of version \(label), not of \(notice.version.label).",
                        fix: "Bring it up to date, and set `translates` in it."))
                continue
            }
            let strange = NoticeFigures.differing(notice.after.document, translation.document)
            guard let first = strange.first else { continue }
            findings.append(
                notice.finding(
                    "N016", .error,
                    "The translation into \(translation.language) and the text do not name the same numbers: \(first) stands in one of them only.",
                    fix: "Make both say the same."))
        }
        return findings
    }
}

extension NoticeFigures {
    /// The numbers that one of two documents names and the other does not, sorted.
    fileprivate static func differing(_ one: Document, _ other: Document) -> [String] {
        func numbers(_ document: Document) -> Set<String> {
            Set(document.clauses.flatMap { FiguresInText($0.text, language: document.language).numbers })
        }
        return numbers(one).symmetricDifference(numbers(other)).sorted()
    }
}

extension CheckedNotice {
    /// The words to look for in the policy, in its language; nil where it has no catalogue.
    fileprivate var lintWords: LintPhrases? {
        let catalogue = languageOfTexts.flatMap { Catalogue.named($0) } ?? catalogue
        return catalogue.map(LintPhrases.init)
    }
}

/// The words of a policy about its own changes, in one language: the section `lint` of its catalogue.
struct LintPhrases {
    enum Role: String {
        /// "Check this page regularly".
        case checkBack = "check-back"
        /// "We will notify you".
        case tellsReaders = "tells-readers"
        /// "Send you an e-mail".
        case mailsReaders = "mails-readers"
        /// "Changes to these terms".
        case ofChanges = "of-changes"
    }

    private let catalogue: Catalogue

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// Returns the first phrase of a role that stands in a text.
    func first(_ role: Role, in text: String) -> String? {
        let plain = Tone.plain(text) + " "
        return (catalogue["lint/\(role.rawValue)"] ?? "").split(separator: ",").lazy
            .map { String($0.drop { $0 == " " }) }.first { plain.contains(" " + $0) }
    }
}
