internal import PolicyModel

extension NoticeCheck {
    /// The class is not kinder than the changes.
    static let classification = NoticeCheck(
        "N005", "N006", "notice-class-without-reason",
        meaning: "The class is not kinder than the changes, and whoever states another gives a reason.",
        example: "`class: favourable` over a new duty."
    ) { notice in
        let said = notice.part.classification
        var findings: [Finding] = []
        if said.isTooKind, let stated = said.stated {
            findings.append(
                stated == .editorial
                    ? notice.finding(
                        "N006", .error, line: 1,
                        "The class is editorial, but what changes is \(said.computed.rawValue).",
                        fix: "Leave `class` out, or state one that is no kinder.")
                    : notice.finding(
                        "N005", .error, line: 1,
                        "The class \(stated.rawValue) is kinder than the changes, which are \(said.computed.rawValue).",
                        fix: "Leave `class` out, or state one that is no kinder."))
        }
        let needsReason = said.stated.map { $0 != said.computed } == true || !said.qualities.isEmpty
        if needsReason, said.reason?.allSatisfy(\.isWhitespace) ?? true {
            findings.append(
                notice.finding(
                    "notice-class-without-reason", .error, line: 1,
                    "The notice states a class or quality of its own and gives no reason.",
                    fix: "Add `reason` to the front matter of the notice."))
        }
        return findings
    }
}
