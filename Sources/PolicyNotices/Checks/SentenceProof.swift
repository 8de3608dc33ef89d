internal import PolicyDiff
internal import PolicyModel

/// Holds edited sentences against the changes they stand on.
struct SentenceProof {
    let notice: CheckedNotice
    let claims: ClaimReader
    let phrases: ClaimPhrases
    private let catalogue: Catalogue
    /// Whether the notice is in the language of the texts, so that words of both can be compared.
    let isOneLanguage: Bool
    private let truths: [String: ChangeTruth]

    init?(_ notice: CheckedNotice) {
        guard let catalogue = notice.catalogue else { return nil }
        self.notice = notice
        self.catalogue = catalogue
        claims = ClaimReader(catalogue)
        phrases = ClaimPhrases(catalogue)
        isOneLanguage = notice.isInLanguageOfTexts
        truths = Dictionary(notice.truths.map { ($0.change.id, $0) }) { first, _ in first }
    }

    /// A heading still says what the points under it mean.
    func findings(onHeading written: CheckedNotice.Written, of meaning: Meaning) -> [Finding] {
        let expected = Stand.expected(under: meaning)
        let claimed = claims.claims(in: PeopleText.heading(written.text))
        guard let wrong = claimed.first(where: { !expected.contains($0.stand) }) else { return [] }
        return [
            notice.finding(
                "notice-sentence-contradicts", .error, line: written.line,
                "The heading says that \(wrong.stand.words), which the points under it do not: they belong under “\(catalogue.text("groups/\(meaning.rawValue)"))”.",
                fix: "Put the heading back.")
        ]
    }

    /// What a clause claims against what the changes of the sentence do, and everything else that a sentence must keep.
    func findings(on written: CheckedNotice.Written, of key: NoticeKey) -> [Finding] {
        let truths = key.changes.compactMap { self.truths[$0] }
        guard !truths.isEmpty else { return [] }
        let place = notice.part.points.first { NoticeKey.point($0) == key }?.place
        let text = PeopleText.point(written.text, place: place)
        let own = Tone.withoutQuotations(text)
        var findings = quotations(in: text, truths, line: written.line)
        findings += stands(in: own, whole: text, truths, line: written.line)
        findings += limits(in: own, whole: text, truths, line: written.line)
        findings += force(of: own, whole: text, truths, line: written.line)
        for truth in truths { findings += figures(in: own, whole: text, truth, line: written.line) }
        findings += numbers(in: text, truths, key, line: written.line)
        findings += subject(of: text, truths, line: written.line)
        if findings.isEmpty { findings += otherWords(in: text, truths, line: written.line) }
        return findings
    }

    private func stands(in own: String, whole: String, _ truths: [ChangeTruth], line: Int) -> [Finding] {
        let claimed = claims.claims(in: own)
        let supported = truths.reduce(into: Set<Stand>()) { $0.formUnion($1.supported) }
        let expected = truths.reduce(into: Set<Stand>()) { $0.formUnion($1.expected) }
        let isGain = truths.allSatisfy { $0.direction == .looser }
        var findings: [Finding] = []
        if let wrong = claimed.first(where: { !$0.isOne(of: supported) }),
            !supported.isEmpty || wrong.isKind || !truths.allSatisfy({ $0.direction == .stricter })
        {
            // Who is told too much of a burden is annoyed; who is told of a right that is not there is deceived.
            let isError = wrong.isKind || isGain
            findings.append(
                notice.finding(
                    "notice-sentence-contradicts", isError ? .error : .warning, line: line,
                    "The sentence says that \(wrong.stand.words): “\(wrong.text.trimmingSpace)”. The change does not: \(truths[0].change.summary)",
                    fix: "Say what the change says, of the same person."))
        }
        if expected.isEmpty || claimed.contains(where: { $0.isOne(of: expected) }) { return findings }
        // A quotation of the whole statement says it as well.
        let quoted = claims.claims(in: Tone.withoutMarks(whole)).contains { $0.isOne(of: expected) }
        if quoted { return findings }
        return findings + [
            notice.finding(
                "notice-sentence-unproven", isGain ? .warning : .error, line: line,
                "The sentence no longer says that \(expected.map(\.words).sorted().joined(separator: " or ")), or not in words that can be read. The change: \(truths[0].change.summary)",
                fix: "Say it with the words for it, such as must, must not, may or no longer, or quote the text.")
        ]
    }

    private func quotations(in text: String, _ truths: [ChangeTruth], line: Int) -> [Finding] {
        let sources = truths.flatMap { truth in
            [
                truth.change.before?.text, truth.change.after?.text, truth.change.focus?.before,
                truth.change.focus?.after,
            ]
            .compactMap { $0 }
        }
        let others = notice.wordsOfTexts
        return Tone.quotations(in: text).filter { quotation in
            !QuotedWords.stand(quotation, in: sources) && !QuotedWords.stand(quotation, in: others)
        }.map { quotation in
            notice.finding(
                "notice-quotation-differs", .error, line: line,
                "The words in quotation marks stand in neither text: “\(quotation)”.",
                fix: "Quote the text as it stands, or take the marks away.")
        }
    }

    private func subject(of text: String, _ truths: [ChangeTruth], line: Int) -> [Finding] {
        guard isOneLanguage, truths.contains(where: { !$0.topic.isEmpty }) else { return [] }
        let words = claims.topic(of: Tone.withoutMarks(text))
        let known = truths.flatMap(\.topic)
        // One word in common is a coincidence where the change has many of its own.
        let shared = Set(known.filter { TopicWords.share(of: [$0], in: words) > 0 })
        let isNamed =
            !Tone.quotations(in: text).isEmpty || text.contains(where: \.isNumber) || !claims.claims(in: text).isEmpty
        if shared.count > 1 || !shared.isEmpty && (isNamed || Set(known).count < 5) { return [] }
        return [
            notice.finding(
                "notice-sentence-unproven", .error, line: line,
                "The sentence has \(shared.isEmpty ? "none" : "hardly any") of the words that the change is about: \(truths[0].change.summary)",
                fix: "Name what it is about in the words of the text.")
        ]
    }

    /// Where a word of the change gave way to one that stands in neither text, somebody has to look whether it says the same.
    private func otherWords(in text: String, _ truths: [ChangeTruth], line: Int) -> [Finding] {
        guard isOneLanguage, truths.contains(where: { !$0.expected.isEmpty }) else { return [] }
        let words = claims.topic(of: Tone.withoutMarks(text))
        let known = truths.flatMap { [$0.change.before?.text, $0.change.after?.text].compactMap { $0 } }
            .flatMap(claims.topic(of:))
        let all = notice.wordsOfTexts.flatMap(claims.topic(of:))
        let strange = words.filter { TopicWords.share(of: [$0], in: all) == 0 && $0.count > 3 }
        let missing = known.filter { TopicWords.share(of: [$0], in: words) == 0 && $0.count > 3 }
        guard let word = strange.first, let gone = missing.first else { return [] }
        // To promise with another verb may be to promise something else.
        let isPromise = truths.allSatisfy { truth in
            let topic = truth.change.after.map { claims.topic(of: $0.text) } ?? []
            // In German the verb of a promise ends its sentence.
            let verb = catalogue.language == "de" ? topic.last : topic.first
            return truth.expected == [.promised] && verb.map { TopicWords.share(of: [$0], in: words) == 0 } ?? false
        }
        return [
            notice.finding(
                "notice-sentence-in-other-words", isPromise ? .error : .note, line: line,
                "The sentence says “\(word)”, which stands in neither text, and no longer says “\(gone)”: look whether it means the same.",
                fix: isPromise
                    ? "Promise it in the words of the text, or waive notice-sentence-in-other-words with a reason."
                    : nil)
        ]
    }
}
