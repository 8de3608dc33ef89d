internal import PolicyDiff
internal import PolicyModel

extension NoticeCheck {
    /// What people claim beside the generated sentences has something to stand on.
    ///
    /// A paragraph, headline or summary that says that something may, must or must not be done, or is promised, needs a change
    /// or a clause of the new text about the same that says so. A promise or permission without one binds the publisher to what
    /// no policy says and is an error; a duty, a ban or a right of the publisher is a warning. What only people know (how to
    /// leave, what to do) may say what no text says, but not the contrary of a change.
    static let claims = NoticeCheck(
        "notice-claim-unfounded", "notice-claim-contradicts",
        meaning: "What people claim beside the sentences of changes stands in a change or in the new text.",
        example: "“We will never share your address.” where neither a change nor the text says so."
    ) { notice in
        guard let ground = ClaimGround(notice) else { return [] }
        return notice.written.flatMap { written -> [Finding] in
            if let key = written.key, !key.isOfPeoplesWords { return [] }
            return ground.findings(on: written)
        }
    }
}

/// Holds what people claim in their own paragraphs against the changes and the texts.
private struct ClaimGround {
    private let notice: CheckedNotice
    private let catalogue: Catalogue
    private let claims: ClaimReader
    private let text: TextStands

    init?(_ notice: CheckedNotice) {
        guard let catalogue = notice.catalogue else { return nil }
        self.notice = notice
        self.catalogue = catalogue
        claims = ClaimReader(catalogue)
        text = TextStands(notice.after, notice.readerOfTexts)
    }

    func findings(on written: CheckedNotice.Written) -> [Finding] {
        let plain = PeopleText.plain(written.text)
        let fact = PeopleText.fact(written.text, catalogue)
        let isKnownToPeople = fact.map { Self.knownToPeople.contains($0.subject) } ?? false
        let own = Tone.withoutQuotations(fact?.text ?? plain)
        if claims.isIdle(own), let duty = notice.truths.first(where: { $0.expected == [.required] }) {
            return [
                notice.finding(
                    "notice-claim-contradicts", .error, line: written.line,
                    "“\(own.trimmingSpace)” says that readers have nothing to do; a change demands something: \(duty.change.summary)",
                    fix: "Say what has to be done, and by whom.")
            ]
        }
        return claims.claims(in: own).compactMap { claim in
            let about = notice.truths.filter { !claim.topic.isEmpty && $0.isAbout(claim.topic, atLeast: 0.5) }
            if about.contains(where: { claim.isOne(of: $0.supported) }) { return nil }
            let against = about.first { !$0.supported.isDisjoint(with: claim.stand.opposites) }
            if notice.isInLanguageOfTexts, let against {
                return notice.finding(
                    "notice-claim-contradicts", .error, line: written.line,
                    "“\(claim.text.trimmingSpace)” says that \(claim.stand.words); a change says the contrary: \(against.change.summary)",
                    fix: "Say what the change says.")
            }
            if isKnownToPeople { return nil }
            if notice.isInLanguageOfTexts, text.supports(claim) { return nil }
            let isDenied = notice.isInLanguageOfTexts && text.denies(claim, claim.stand.opposites)
            // "You may do more than before" is said of everything.
            let isOfAll = claim.topic.count < 2 && claim.stand.isKind && written.key != nil
            let isBinding =
                isDenied || (isOfAll && notice.part.classification.computed >= .mixed)
                || (notice.isInLanguageOfTexts && [.promised, .required, .forbidden].contains(claim.stand))
            return notice.finding(
                "notice-claim-unfounded", isBinding ? .error : .warning, line: written.line,
                "“\(claim.text.trimmingSpace)” says that \(claim.stand.words), and neither a change nor the new text says so\(notice.isInLanguageOfTexts ? "" : " in words that can be compared: the text is in another language").",
                fix: "Leave it out, put it into the policy, or waive notice-claim-unfounded with a reason.")
        }
    }

    /// What only people can say, and no text says.
    private static let knownToPeople: Set<NoticeSubject> = [
        .act, .deadline, .silence, .object, .leave, .export, .contact, .affected, .notAffected,
    ]
}

extension NoticeKey {
    /// Whether the part tells no single change: an edited headline, summary, closing line or fact.
    fileprivate var isOfPeoplesWords: Bool { changes.isEmpty && meaning == nil && !description.hasPrefix("link/") }
}

extension Stand {
    /// The stands that cannot hold beside it.
    fileprivate var opposites: Set<Stand> {
        switch self {
        case .allowed: [.forbidden]
        case .free: [.required]
        case .forbidden: [.allowed, .required]
        case .required: [.free, .forbidden]
        case .promised: [.unpromised]
        case .unpromised: [.promised]
        case .reserved: [.released]
        case .released: [.reserved]
        }
    }
}
