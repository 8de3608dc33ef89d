internal import PolicyDiff
package import PolicyModel
internal import PolicyQueries

/// A check of the file of a notice against the changes it tells of; all are listed in `NoticeCheck.all`.
package struct NoticeCheck: Sendable {
    /// The ids of the findings it makes.
    package let ids: [String]
    /// What it holds a notice to, one sentence.
    package let meaning: String
    /// What it finds fault with, for people.
    package let example: String
    let find: @Sendable (CheckedNotice) -> [Finding]

    init(
        _ ids: String..., meaning: String, example: String, find: @escaping @Sendable (CheckedNotice) -> [Finding]
    ) {
        self.ids = ids
        self.meaning = meaning
        self.example = example
        self.find = find
    }

    /// Every check, in the order in which findings are told among those of one severity.
    package static let all: [NoticeCheck] = [
        .otherText, .coverage, .summary, .standing, .proof, .claims, .balance, .tone, .classification, .dates, .numbers,
        .period,
        .required, .reason, .links,
        .placeholders, .hiddenCharacters, .approval, .selfApproval, .amendment, .falseAlarm, .datesKept, .correction,
        .overlap, .stale, .rulesAndText, .translations, .anchors, .checkBack, .mailPromise, .plainness,
    ]

    /// Returns what is wrong with a notice, errors first; findings that the file waives with a reason are notes.
    package static func findings(_ notice: CheckedNotice) -> [Finding] {
        var waived: [String: String] = [:]
        for waiver in notice.file.statement.waivers {
            if case .finding(let id) = waiver.target { waived[id] = waiver.reason }
        }
        let found = all.flatMap { $0.find(notice) }.map { finding in
            guard let reason = waived[finding.id] else { return finding }
            return Finding(
                id: finding.id, severity: .note, message: "\(finding.message) Let pass: \(reason)", place: finding.place
            )
        }
        return found.enumerated().sorted { left, right in
            left.element.severity == right.element.severity
                ? left.offset < right.offset : left.element.severity > right.element.severity
        }.map(\.element)
    }
}

/// The file of a notice with all that it is held against.
package struct CheckedNotice: Sendable {
    /// The file.
    package let file: NoticeFile
    /// Its path, for findings.
    package let path: String
    /// The notice as it would be generated now, with what people say in the file.
    package let generated: Notice
    /// The parts as they would be generated now.
    package let units: [NoticeUnit]
    /// The version that is announced.
    package let version: Version
    /// The text that readers knew; nil for a new policy.
    package let before: PolicyContent?
    /// The text that is announced.
    package let after: PolicyContent
    /// The digest of the file as it stands, its approvals left out.
    package let digest: String
    /// What else is known of the version and its repository.
    package let surroundings: Surroundings
    /// Returns whether a path, relative to the file's folder, leads to a file of the repository.
    package let exists: @Sendable (String) -> Bool
    /// The words of the notice's language; nil where there are none.
    let catalogue: Catalogue?
    /// What reads the sentences of the texts.
    let readerOfTexts: SentenceReader
    /// What sentences on the substantive changes have to keep, in the order of the points.
    let truths: [ChangeTruth]

    /// What is known of a version beside its two texts.
    package struct Surroundings: Sendable {
        /// The version that readers knew; nil for a new policy.
        package let previous: Version?
        /// The earlier records of the announced version, oldest first.
        package let earlier: [Version]
        /// The translations of its text.
        package let translations: [TranslatedText]
        /// The settings of the repository.
        package let settings: Settings
        /// Who recorded it; nil where unknown.
        package let author: String?
        /// The day to hold ages against; nil where nothing is to be held against the present.
        package let today: CivilDate?

        /// Gathers what is known; whatever is not given is unknown.
        package init(
            previous: Version? = nil, earlier: [Version] = [], translations: [TranslatedText] = [],
            settings: Settings = Settings(), author: String? = nil, today: CivilDate? = nil
        ) {
            self.previous = previous
            self.earlier = earlier
            self.translations = translations
            self.settings = settings
            self.author = author
            self.today = today
        }
    }

    /// Gathers what a notice is held against.
    package init(
        file: NoticeFile, path: String, generated: Notice, units: [NoticeUnit], version: Version,
        before: PolicyContent?, after: PolicyContent, digest: String, surroundings: Surroundings = Surroundings(),
        exists: @escaping @Sendable (String) -> Bool
    ) {
        self.file = file
        self.path = path
        self.generated = generated
        self.units = units
        self.version = version
        self.before = before
        self.after = after
        self.digest = digest
        self.surroundings = surroundings
        self.exists = exists
        self.catalogue = Catalogue.named(generated.language)
        let reader = SentenceReader(
            language: after.document.language, tellingFrom: after.document.clauses.map(\.text))
        self.readerOfTexts = reader
        self.truths = generated.policies[0].groups.flatMap { group in
            group.points.flatMap { point in
                point.changes.map { ChangeTruth($0, of: point, under: group.meaning, reader) }
            }
        }
    }

    var part: PolicyNotice { generated.policies[0] }

    /// The language of the policy's text: as it is stated, else as it shows.
    var languageOfTexts: String? { after.document.language }

    /// Whether the notice is in the language of the texts, so that words of both can be compared.
    var isInLanguageOfTexts: Bool {
        guard let languageOfTexts else { return true }
        return Catalogue.named(languageOfTexts)?.language == catalogue?.language
    }

    /// All words that a notice may quote: those of the texts and rules, and of what is generated.
    var wordsOfTexts: [String] {
        let contents = [before, after].compactMap { $0 }
        let texts = contents.flatMap { $0.document.sections.map(\.heading) + $0.document.clauses.map(\.text) }
        return texts + contents.flatMap { $0.rules?.words ?? [] } + units.map { PeopleText.plain($0.markdown) }
            + [part.policy.title]
    }

    /// What people wrote: edited parts, and all between the generated ones.
    var written: [Written] {
        file.units.filter(\.isEdited).map { Written(text: $0.markdown, line: $0.line, key: $0.key) }
            + file.writings.map { Written(text: $0.text, line: $0.line, key: nil) }
    }

    /// A text that people wrote.
    struct Written {
        let text: String
        let line: Int
        /// The part it is the wording of; nil for a text of its own.
        let key: NoticeKey?
    }

    /// The waived changes with their reasons.
    var waivedChanges: [String: String] {
        var waived: [String: String] = [:]
        for waiver in file.statement.waivers {
            if case .change(let id) = waiver.target { waived[id] = waiver.reason }
        }
        return waived
    }

    /// The facts that the file tells, by subject.
    var facts: [NoticeSubject: NoticeFact] {
        guard let catalogue else { return [:] }
        var facts = file.writings(besides: catalogue).facts
        let written = Set(file.units.map(\.key))
        for fact in part.facts + generated.facts where facts[fact.subject] == nil && written.contains(.fact(fact)) {
            facts[fact.subject] = fact
        }
        return facts
    }

    func finding(
        _ id: String, _ severity: Finding.Severity, line: Int? = nil, _ message: String, fix: String? = nil
    ) -> Finding {
        Finding(
            id: id, severity: severity, message: message,
            place: Place(path: path, lines: line.map { LineRange($0, $0) }), fix: fix)
    }
}

/// A translation of a version's text.
package struct TranslatedText: Sendable {
    /// Its language (BCP 47).
    package let language: String
    /// The label of the version it says that it renders; nil where it says none.
    package let translates: String?
    /// What it says.
    package let document: Document

    /// Makes a translation.
    package init(language: String, translates: String?, document: Document) {
        self.language = language
        self.translates = translates
        self.document = document
    }
}
