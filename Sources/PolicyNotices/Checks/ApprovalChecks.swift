internal import PolicyModel

extension NoticeCheck {
    /// An approval is of the text as it stands.
    static let approval = NoticeCheck(
        "N021", meaning: "The notice is approved as it stands.",
        example: "A word was changed after the approval."
    ) { notice in
        let approvals = notice.file.statement.approvals
        if approvals.contains(where: { $0.digest == notice.digest }) { return [] }
        guard let last = approvals.last else {
            return [
                notice.finding(
                    "N021", .note, "Nobody has approved the notice yet.", fix: "Run `policyhistory notice approve`.")
            ]
        }
        return [
            notice.finding(
                "N021", .error, line: 1,
                "The notice was edited after \(last.by) approved it on \(last.on): the approval is void.",
                fix:
                    "Have it approved again with `policyhistory notice approve`; where it was sent already, say with `amends` what is different now."
            )
        ]
    }

    /// An amended notice says what it amends.
    static let amendment = NoticeCheck(
        "N027", meaning: "A notice that amends another says which, and what is different now.",
        example: "The quality correction without `amends`."
    ) { notice in
        let said = notice.file.statement
        let isCorrection = said.qualities.contains(.correction)
        let isSilent = said.amends?.explanation.allSatisfy(\.isWhitespace) == true
        let isUnknown = said.amends.map { amends in
            !said.approvals.isEmpty && !said.approvals.contains { $0.digest == amends.digest }
        }
        if isUnknown == true {
            return [
                notice.finding(
                    "N027", .error, line: 1, "The notice amends one that nobody approved under this digest.",
                    fix: "Take the digest from the approvals of that notice.")
            ]
        }
        guard isCorrection && said.amends == nil || isSilent else { return [] }
        return [
            notice.finding(
                "N027", .error, line: 1,
                "The notice corrects another and does not say which, or what is different now.",
                fix: "Add `amends` with the digest of the other notice and an explanation.")
        ]
    }
}
