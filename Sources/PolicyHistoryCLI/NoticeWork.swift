import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyParsing
import PolicyQueries
import PolicyRendering
import PolicyStore

/// The notice of one version of a policy, with its file in the working folder.
struct NoticeWork {
    let source: GitPolicySource
    let chronicle: Chronicle
    let difference: Difference
    let version: Version
    let files: NoticeFiles
    /// The name of its file.
    let name: String
    /// The file as it was read; nil where there is none.
    let parsed: ParsedNotice?
    /// The notice as it would be generated now, with what people say in the file.
    let notice: Notice
    /// The generated parts now.
    let units: [NoticeUnit]

    /// The path of the file, relative to the repository.
    var path: String { "\(files.path)/\(name)" }

    /// Finds a version's notice and makes what it would be now.
    ///
    /// - Parameters:
    ///   - policy: The policy as people name it.
    ///   - from: The version that readers knew; as the file says where nil, else the one before.
    ///   - to: The version that is announced; the newest where nil.
    ///   - reader: Language, audience and reader.
    init(
        policy: String, from: String? = nil, to: String?, reader: NoticeReaderOptions, in source: GitPolicySource,
        asking chronicle: Chronicle
    ) throws {
        // What no policy of the repository can have is said before the policy is looked for.
        try NoticeFiles.workingFolder(of: source)
        self.source = source
        self.chronicle = chronicle
        let first = try chronicle.announced(policy: policy, from: from, to: to)
        guard let announced = first.to else { throw CommandFailure.usage("\(policy) has no version to announce.") }
        let record = try chronicle.history(named: policy).records.last { !$0.isDeletion } ?? announced.record
        self.files = try NoticeFiles(besides: record, in: source)
        let options = reader.options(chronicle)
        self.name = NoticeFiles.name(label: announced.label, language: options.languageOfFile)
        let path = "\(files.path)/\(name)"
        self.parsed = try files.contents(of: name).map { parseNotice($0, path: path) }
        var difference = first
        if from == nil, let said = parsed?.statement, let known = said.from, known != first.from?.label {
            difference = try chronicle.announced(policy: policy, from: known, to: announced.label)
        }
        self.difference = difference
        self.version = difference.to ?? announced
        self.notice = try Notice(
            of: [difference],
            options.with(statement: parsed?.statement).with(textsOf: [difference], in: source))
        self.units = MarkdownForm.units(of: notice)
    }

    /// The file, read.
    var file: NoticeFile? {
        parsed.map { NoticeFile(statement: $0.statement, body: $0.body, line: $0.bodyLine) }
    }

    /// What a file of this notice says of itself, with what people said in it.
    var statement: NoticeStatement {
        let said =
            parsed?.statement
            ?? NoticeStatement(
                policy: difference.policy?.id, language: notice.language, audience: notice.recipient.audience)
        return said.written(
            from: difference.from?.label, for: version.label, text: version.record.text, rules: version.record.rules)
    }

    /// Returns what is wrong with the file.
    func findings() throws -> [Finding] {
        guard let file, let parsed else { throw CommandFailure.noNotice(path) }
        let unusable = parsed.findings.filter { $0.severity == .error }
        if !unusable.isEmpty { return parsed.findings }
        let files = files
        let checked = CheckedNotice(
            file: file, path: path, generated: notice, units: units, version: version,
            before: try difference.from.map { try source.content(of: $0.record) },
            after: try source.content(of: version.record), digest: file.digest(noticeFrontMatter),
            surroundings: try surroundings(), exists: { files.leads(to: $0) })
        return parsed.findings + NoticeCheck.findings(checked)
    }

    /// What else the file is held against.
    private func surroundings() throws -> CheckedNotice.Surroundings {
        let log = try chronicle.log(policies: [version.policy.text], all: true).entries.flatMap(\.versions)
        return CheckedNotice.Surroundings(
            previous: difference.from,
            earlier: log.filter { $0.label == version.label && $0.commit != version.commit }.reversed(),
            translations: try source.translations(of: version.record).map {
                TranslatedText(language: $0.language, translates: $0.translates, document: $0.document)
            },
            settings: source.settings, author: try source.author(of: version.commit), today: chronicle.now.today)
    }

    /// Writes the file.
    func write(_ file: NoticeFile) throws {
        try files.write(Array((noticeFrontMatter(file.statement) + file.body).utf8), to: name)
    }
}

extension NoticeOptions {
    /// The language in the name of a notice's file: none for the first language of the settings.
    var languageOfFile: String? {
        settings.languages.first ?? "en" == locale.language ? nil : locale.language
    }

    /// Returns the options with what people say in the file of the notice, in its language and for its audience.
    func with(statement: NoticeStatement?) -> NoticeOptions {
        NoticeOptions(
            locale: locale,
            recipient: Recipient(reader: recipient.reader, audience: recipient.audience ?? statement?.audience),
            settings: settings, contents: contents, translations: translations, statement: statement,
            languageOfTexts: languageOfTexts)
    }

    /// Returns the options with the new texts and rules of some policies, and what is recorded of both texts in the notice's language.
    func with(contentsOf policies: [NoticeTexts], in source: GitPolicySource) throws -> NoticeOptions {
        var contents: [PolicyID: PolicyContent] = [:]
        var translations: [PolicyID: TranslatedPair] = [:]
        for texts in policies {
            guard let policy = texts.policy, let to = texts.to else { continue }
            let content = try source.content(of: to.record)
            contents[policy.id] = content
            let own = content.document.language ?? languageOfTexts
            if own.flatMap(Catalogue.named)?.language == locale.language { continue }
            let after = try source.translation(of: to, content.document, into: locale.language)
            let before = try texts.from.flatMap { from in
                try source.translation(of: from, source.content(of: from.record).document, into: locale.language)
            }
            if after != nil || before != nil {
                translations[policy.id] = TranslatedPair(before: before, after: after)
            }
        }
        return NoticeOptions(
            locale: locale, recipient: recipient, settings: settings, contents: contents, translations: translations,
            statement: statement, languageOfTexts: languageOfTexts)
    }

    /// Returns the options with the new texts and rules of some differences.
    func with(textsOf differences: [Difference], in source: GitPolicySource) throws -> NoticeOptions {
        let changed = differences.filter { !$0.comparison.changes.isEmpty }
        return try with(
            contentsOf: changed.map { NoticeTexts(policy: $0.policy, from: $0.from, to: $0.to) }, in: source)
    }
}

/// The two versions of a policy of which a notice quotes the texts.
struct NoticeTexts {
    let policy: PolicyName?
    let from: Version?
    let to: Version?
}

extension GitPolicySource {
    /// Returns the translation that was recorded with a version into a language; nil where there is none, or it says that it renders
    /// another version.
    fileprivate func translation(
        of version: Version, _ text: Document, into language: String
    ) throws -> TextTranslation? {
        let found = try translations(of: version.record).first { translation in
            Catalogue.named(translation.language)?.language == language
                && (translation.translates == nil || translation.translates == version.label)
        }
        return found.map { TextTranslation(of: text, into: $0.language, $0.document, reason: $0.reason) }
    }
}

extension Chronicle {
    /// Returns what a version changes against the one before it; for a first version a difference from nothing.
    func announced(
        policy: String, from: String? = nil, to: String?, axis: Axis = .effective, knownAt: When? = nil
    ) throws -> Difference {
        do {
            return try diff(policy: policy, from: from, to: to, axis: axis, knownAt: knownAt)
        } catch let error as QueryError where error.code == .noVersion && from == nil {
            let shown = try show(policy: policy, version: to, axis: axis, knownAt: knownAt)
            return Difference(
                policy: shown.policy, from: nil, to: shown.version, comparison: Comparison(changes: []),
                findings: shown.findings)
        }
    }
}
