internal import PolicyDiff
internal import PolicyModel

extension SentenceProof {
    /// What limits a statement is kept as the text has it: nothing comes in, nothing gets lost, and nothing that is gone stays.
    func limits(in own: String, whole: String, _ truths: [ChangeTruth], line: Int) -> [Finding] {
        let said = Tone.withoutMarks(whole)
        if let limit = claims.limit(in: own), !truths.contains(where: \.hasException) {
            return [
                notice.finding(
                    "notice-sentence-contradicts", .error, line: line,
                    "“\(limit)” puts a limit to the change that the text does not put.", fix: "Leave it out.")
            ]
        }
        if let finding = ownCondition(in: own, truths, line: line) { return [finding] }
        if let truth = truths.first(where: { loses(its: $0, said) }) {
            return [
                notice.finding(
                    "notice-sentence-unproven", .error, line: line,
                    "The sentence leaves out a condition or an exception that the text has. The change: \(truth.change.summary)",
                    fix: "Say under which condition it holds, or of whom or what it does not.")
            ]
        }
        if let truth = truths.first(where: { keepsWhatIsGone($0, own) }) {
            return [
                notice.finding(
                    "notice-sentence-contradicts", .error, line: line,
                    "The sentence tells the exception or the condition as if it still held. The change: \(truth.change.summary)",
                    fix: "Say that it no longer counts, or leave it out.")
            ]
        }
        return []
    }

    /// A sentence that says of an aim, an attempt or a wish that it is a promise binds the publisher to more than the text does;
    /// one that asks for what the text demands binds readers to less.
    func force(of own: String, whole: String, _ truths: [ChangeTruth], line: Int) -> [Finding] {
        guard isOneLanguage else { return [] }
        var findings: [Finding] = []
        let said = Tone.withoutMarks(whole)
        let isSaidSoft = phrases.first(.softens, in: said) != nil || phrases.first(.hopes, in: said) != nil
        if !isSaidSoft, let truth = truths.first(where: isSoft),
            let soft = phrases.first(.softens, in: truth.change.after?.text ?? "")
        {
            findings.append(
                notice.finding(
                    "notice-sentence-contradicts", .error, line: line,
                    "The sentence promises what the text only says with “\(soft)”. The change: \(truth.change.summary)",
                    fix: "Say that it is an aim, in the words of the text."))
        }
        let bound = truths.first { truth in
            truth.expected.isEmpty && !truth.supported.isDisjoint(with: [.forbidden, .required])
                && truth.direction == .stricter
        }
        if let bound, let asked = phrases.first(.asks, in: own),
            phrases.first(.asks, in: bound.change.after?.text ?? "") == nil
        {
            findings.append(
                notice.finding(
                    "notice-sentence-contradicts", .error, line: line,
                    "“\(asked)” only asks for what the text demands or forbids. The change: \(bound.change.summary)",
                    fix: "Say that it must, or must not, be done."))
        }
        findings += bounds(in: own, truths, line: line)
        // "We promise that there is no …" of a promise that denies nothing.
        let promise = truths.first { $0.expected == [.promised] && !$0.hasNegation }
        if let promise, claims.isDenied(own) {
            findings.append(
                notice.finding(
                    "notice-sentence-contradicts", .error, line: line,
                    "The sentence denies something that the text does not. The change: \(promise.change.summary)",
                    fix: "Promise what the text promises."))
        }
        return findings
    }

    /// "At most" where the text says "at least", and the other way round.
    private func bounds(in own: String, _ truths: [ChangeTruth], line: Int) -> [Finding] {
        let turned: [(ClaimPhrases.Role, ClaimPhrases.Role)] = [(.least, .most), (.most, .least)]
        return truths.flatMap { truth -> [Finding] in
            guard let after = truth.change.after?.text,
                !truth.change.quantities.isEmpty || after.contains(where: \.isNumber)
            else { return [] }
            return turned.compactMap { said, meant in
                guard let word = phrases.first(said, in: own), phrases.first(meant, in: own) == nil,
                    phrases.first(said, in: after) == nil, let known = phrases.first(meant, in: after)
                else { return nil }
                return notice.finding(
                    "notice-sentence-contradicts", .error, line: line,
                    "The sentence says “\(word)” where the text says “\(known)”. The change: \(truth.change.summary)",
                    fix: "Keep the bound that the text sets.")
            }
        }
    }

    /// Whether what is said now is only aimed at.
    private func isSoft(_ truth: ChangeTruth) -> Bool {
        guard let after = truth.change.after?.text else { return false }
        let was = truth.change.before.flatMap { phrases.first(.softens, in: $0.text) }
        return phrases.first(.softens, in: after) != nil && was == nil && truth.direction != .stricter
            && !truth.expected.contains(.required) && !truth.expected.contains(.forbidden)
    }

    /// Whether a sentence that grants something lacks the limit that the text puts to it, or one of any kind lacks the one that came.
    private func loses(its truth: ChangeTruth, _ said: String) -> Bool {
        guard isOneLanguage, !claims.isLimited(said), !keepsLimit(of: truth, said) else { return false }
        let isGain = truth.direction == .looser
        let isGranted = isGain && !truth.expected.isEmpty && truth.isConditional
        // To leave the exception out of a ban is harder on the reader, not kinder.
        let isBan = truth.expected.contains(.forbidden) || truth.expected.contains(.required)
        return isGranted || (truth.isNewlyLimited && !isBan)
    }

    /// Whether a sentence says in other words what the text puts behind "unless" or "provided that".
    private func keepsLimit(of truth: ChangeTruth, _ said: String) -> Bool {
        let topic = claims.topic(of: said)
        return claims.conditions(in: truth.change.after?.text ?? "", isWide: true).contains { condition in
            let own = claims.topic(of: condition)
            return !own.isEmpty && TopicWords.share(of: own, in: topic) >= 0.5
        }
    }

    /// Whether a sentence keeps the exception or condition that a change took away.
    private func keepsWhatIsGone(_ truth: ChangeTruth, _ own: String) -> Bool {
        let kinds: Set<String> = ["exception-removed", "condition-removed"]
        guard isOneLanguage, kinds.contains(truth.change.kind), truth.change.after != nil else { return false }
        let endings: [ClaimPhrases.Role] = [.ended, .ends, .lapses, .despite, .before]
        return claims.isConditional(own) && !endings.contains { phrases.first($0, in: own) != nil }
    }

    /// A condition of which the texts of the change know nothing: "only if you ask us to".
    private func ownCondition(in own: String, _ truths: [ChangeTruth], line: Int) -> Finding? {
        guard isOneLanguage,
            let condition = claims.conditions(in: own).first(where: { condition in
                let topic = claims.topic(of: condition)
                return !topic.isEmpty && truths.allSatisfy { TopicWords.share(of: topic, in: $0.topic) == 0 }
            })
        else { return nil }
        return notice.finding(
            "notice-sentence-contradicts", .error, line: line,
            "“\(condition)” is a condition or an exception that the text does not name.", fix: "Leave it out.")
    }
}
