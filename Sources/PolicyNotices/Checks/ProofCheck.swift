internal import PolicyDiff
internal import PolicyModel

extension NoticeCheck {
    /// An edited sentence still proves its change: it keeps the words on which the change turns.
    ///
    /// The sentence is read as the comparison reads a clause. What it claims has to be what the change claims, for the same
    /// person; figures keep their order; quoted words stand in the texts; no exception comes in that the text does not have,
    /// and no condition gets lost where something is granted. A sentence of which none of this can be read is not proven.
    static let proof = NoticeCheck(
        "notice-sentence-contradicts", "notice-sentence-unproven", "notice-figures-turned", "notice-quotation-differs",
        "notice-number-of-another-change", "notice-sentence-in-other-words",
        meaning: "An edited sentence claims what its change does, of the same person, with figures in their order.",
        example:
            "“You may still lend a lamp.” in place of “Prohibits: ‘lend a lamp’.”; “from 14 to 30 days” where it was 30 and is 14."
    ) { notice in
        guard let proof = SentenceProof(notice) else { return [] }
        return notice.written.flatMap { written -> [Finding] in
            guard let key = written.key else { return [] }
            if let meaning = key.meaning { return proof.findings(onHeading: written, of: meaning) }
            return key.changes.isEmpty ? [] : proof.findings(on: written, of: key)
        }
    }
}

/// Holds edited sentences against the changes they stand on.
struct SentenceProof {
    private let notice: CheckedNotice
    private let claims: ClaimReader
    private let catalogue: Catalogue
    /// Whether the notice is in the language of the texts, so that words of both can be compared.
    private let isOneLanguage: Bool
    private let truths: [String: ChangeTruth]

    init?(_ notice: CheckedNotice) {
        guard let catalogue = notice.catalogue else { return nil }
        self.notice = notice
        self.catalogue = catalogue
        claims = ClaimReader(catalogue)
        let reader = notice.readerOfTexts
        isOneLanguage = notice.isInLanguageOfTexts
        var truths: [String: ChangeTruth] = [:]
        for group in notice.part.groups {
            for change in group.points.flatMap(\.changes) {
                truths[change.id] = ChangeTruth(change, under: group.meaning, reader)
            }
        }
        self.truths = truths
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
        for truth in truths { findings += figures(in: own, truth.change, line: written.line) }
        findings += numbers(in: text, truths, key, line: written.line)
        findings += subject(of: text, truths, line: written.line)
        if findings.isEmpty { findings += otherWords(in: text, truths, line: written.line) }
        return findings
    }

    private func stands(in own: String, whole: String, _ truths: [ChangeTruth], line: Int) -> [Finding] {
        let claimed = claims.claims(in: own)
        let supported = truths.reduce(into: Set<Stand>()) { $0.formUnion($1.supported) }
        let expected = truths.reduce(into: Set<Stand>()) { $0.formUnion($1.expected) }
        let isGain = truths.allSatisfy { $0.change.direction == .looser }
        var findings: [Finding] = []
        if let wrong = claimed.first(where: { !supported.contains($0.stand) }),
            !supported.isEmpty || wrong.stand.isKind || !truths.allSatisfy({ $0.change.direction == .stricter })
        {
            // Who is told too much of a burden is annoyed; who is told of a right that is not there is deceived.
            let isError = wrong.stand.isKind || isGain
            findings.append(
                notice.finding(
                    "notice-sentence-contradicts", isError ? .error : .warning, line: line,
                    "The sentence says that \(wrong.stand.words): “\(wrong.text.trimmingSpace)”. The change does not: \(truths[0].change.summary)",
                    fix: "Say what the change says, of the same person."))
        }
        if expected.isEmpty || claimed.contains(where: { expected.contains($0.stand) }) { return findings }
        // A quotation of the whole statement says it as well.
        let quoted = claims.claims(in: Tone.withoutMarks(whole)).contains { expected.contains($0.stand) }
        if quoted { return findings }
        return findings + [
            notice.finding(
                "notice-sentence-unproven", isGain ? .warning : .error, line: line,
                "The sentence no longer says that \(expected.map(\.words).sorted().joined(separator: " or ")), or not in words that can be read. The change: \(truths[0].change.summary)",
                fix: "Say it with the words for it, such as must, must not, may or no longer, or quote the text.")
        ]
    }

    private func limits(in own: String, whole: String, _ truths: [ChangeTruth], line: Int) -> [Finding] {
        let isGain = truths.allSatisfy { $0.change.direction == .looser }
        if let limit = claims.limit(in: own), !truths.contains(where: \.hasException) {
            return [
                notice.finding(
                    "notice-sentence-contradicts", .error, line: line,
                    "“\(limit)” puts a limit to the change that the text does not put.", fix: "Leave it out.")
            ]
        }
        let isGranted = truths.contains { !$0.expected.isEmpty && $0.isConditional }
        guard isGain, isGranted, !claims.isConditional(own), own == whole else { return [] }
        return [
            notice.finding(
                "notice-sentence-unproven", .error, line: line,
                "The sentence leaves out a condition or an exception that the text has. The change: \(truths[0].change.summary)",
                fix: "Say under which condition it holds.")
        ]
    }

    /// Figures stand in their order: the old one first, or behind "instead of"; and what grows is not said to shrink.
    private func figures(in own: String, _ change: Change, line: Int) -> [Finding] {
        let phrases = ClaimPhrases(catalogue)
        let grows = change.kind == "deadline-extended" || change.kind == "quantity-raised"
        let shrinks = change.kind == "deadline-shortened" || change.kind == "quantity-lowered"
        let (more, less) = (phrases.first(.more, in: own), phrases.first(.less, in: own))
        if let word = grows && more == nil ? less : shrinks && less == nil ? more : nil {
            return [
                notice.finding(
                    "notice-sentence-contradicts", .error, line: line,
                    "“\(word)” says the contrary of the change: \(change.summary)", fix: "Say which way it goes.")
            ]
        }
        return change.quantities.flatMap { quantity -> [Finding] in
            guard let old = quantity.before.flatMap({ NoticeFigures.numbers(in: $0, notice).first }),
                let new = quantity.after.flatMap({ NoticeFigures.numbers(in: $0, notice).first }), old != new,
                Self.isTurned(own, old: old, new: new, phrases)
            else { return [] }
            return [
                notice.finding(
                    "notice-figures-turned", .error, line: line,
                    "The sentence turns the figures round: it was \(quantity.before ?? old) and becomes \(quantity.after ?? new).",
                    fix: "Name the old figure first, or the new one alone.")
            ]
        }
    }

    /// Whether a sentence names two figures the wrong way round, or the old one as if it still held.
    private static func isTurned(_ own: String, old: String, new: String, _ phrases: ClaimPhrases) -> Bool {
        switch (own.range(ofNumber: old), own.range(ofNumber: new)) {
        case (let first?, let second?) where first.lowerBound < second.lowerBound:
            phrases.first(.instead, in: String(own[first.upperBound..<second.lowerBound])) != nil
        case (let first?, let second?):
            phrases.first(.instead, in: String(own[second.upperBound..<first.lowerBound])) == nil
        case (_?, nil): phrases.first(.before, in: own) == nil
        case (nil, _): false
        }
    }

    /// Figures and their units are those of the change, not of another one.
    private func numbers(in text: String, _ truths: [ChangeTruth], _ key: NoticeKey, line: Int) -> [Finding] {
        let sources = truths.flatMap { truth in
            [truth.change.before?.text, truth.change.after?.text].compactMap { $0 }
                + truth.change.quantities.flatMap { [$0.before, $0.after].compactMap { $0 } }
        }
        let generated = notice.units.filter { $0.key == key }.map { PeopleText.plain($0.markdown) }
        let known = Set((sources + generated).flatMap { NoticeFigures.numbers(in: $0, notice) })
            .union(NoticeFigures.differences(of: truths.map(\.change), notice))
        // What stands in neither text is told by another check.
        var strange = NoticeFigures.numbers(in: text, notice).filter {
            !known.contains($0) && NoticeFigures.knownNumbers(notice).contains($0)
        }
        if isOneLanguage, strange.isEmpty {
            let quantities = Set((sources + generated).flatMap(claims.quantities(in:)).map(Self.measure))
            let dates = Set(NoticeFigures.ownDates(notice).map { String($0.year) })
            strange = claims.quantities(in: text).filter { quantity in
                !quantities.contains(Self.measure(quantity)) && !dates.contains { quantity.contains($0) }
                    && !NoticeFigures.differences(of: truths.map(\.change), notice)
                        .contains { quantity.range(ofNumber: $0) != nil }
            }
        }
        return strange.map { number in
            notice.finding(
                "notice-number-of-another-change", .error, line: line,
                "The sentence names \(number), which is not in the words that changed: \(truths[0].change.summary)",
                fix: "Name the figure of this change as the text does.")
        }
    }

    /// A quantity without the forms of its words: "14 days" and "14-day".
    private static func measure(_ quantity: String) -> String {
        quantity.lowercased().split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(3) }.joined(separator: " ")
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
        if TopicWords.share(of: known, in: words) > 0 { return [] }
        return [
            notice.finding(
                "notice-sentence-unproven", .error, line: line,
                "The sentence has none of the words that the change is about: \(truths[0].change.summary)",
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
        return [
            notice.finding(
                "notice-sentence-in-other-words", .note, line: line,
                "The sentence says “\(word)”, which stands in neither text, and no longer says “\(gone)”: look whether it means the same."
            )
        ]
    }
}
