internal import PolicyDiff
internal import PolicyModel
package import PolicyQueries

extension Notice {
    /// Makes the notice of what differs between two versions of one policy, or of several.
    ///
    /// - Parameters:
    ///   - differences: One a policy; each of two versions.
    ///   - options: Language, recipient and settings.
    /// - Throws: `NoticeError` where there are no sentences in the language, or the settings name an unknown rule.
    package init(of differences: [Difference], _ options: NoticeOptions) throws(NoticeError) {
        var policies: [PolicyNotice] = []
        let writer = try NoticeWriter(options)
        for difference in differences {
            policies.append(try writer.policy(difference))
        }
        self = writer.notice(of: policies, id: NoticeWriter.id(of: differences))
    }

    /// Makes the notice of what changed since a time: the digest of a reader who was away.
    ///
    /// - Throws: As for a difference.
    package init(of answer: SinceAnswer, _ options: NoticeOptions) throws(NoticeError) {
        let writer = try NoticeWriter(options)
        var policies: [PolicyNotice] = []
        for news in answer.policiesByWeight where news.isTold {
            policies.append(try writer.policy(news))
        }
        self = writer.digest(of: policies, answer)
    }
}

extension PolicyNews {
    /// Whether a digest has something to tell: a change, or a policy that came or went.
    fileprivate var isTold: Bool { (from == nil) != (to == nil) || !comparison.changes.isEmpty }
}
