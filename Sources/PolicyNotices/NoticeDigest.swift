internal import PolicyDiff
internal import PolicyModel
internal import PolicyQueries

/// The digest of what a notice says.
enum NoticeDigest {
    /// Returns SHA-256 over the parts that readers are told, each with its length, so that no two sets of parts run together.
    static func of(
        id: String, language: String, headline: String, summary: [String], policies: [PolicyNotice],
        amendment: Amendment?, facts: [NoticeFact], additions: [Addition]
    ) -> String {
        var bytes: [UInt8] = []
        func feed(_ text: String?) {
            bytes += Array("\(text?.utf8.count ?? -1):".utf8) + Array((text ?? "").utf8)
        }
        func feed(_ facts: [NoticeFact]) {
            for fact in facts {
                feed(fact.subject.rawValue)
                feed(fact.markdown ?? fact.text)
            }
        }
        feed(id)
        feed(language)
        feed(headline)
        summary.forEach(feed)
        for policy in policies {
            feed(policy.policy.id.text)
            feed(policy.to?.label)
            feed(policy.to?.text?.description)
            feed(policy.to?.rules?.description)
            feed(policy.from?.text?.description)
            feed(policy.classification.value.rawValue)
            for day in policy.effective {
                feed(day.audience)
                feed(day.day?.description)
            }
            policy.summary.forEach(feed)
            policy.overview.forEach(feed)
            for group in policy.groups {
                feed(group.title)
                for point in group.points {
                    feed(point.markdown ?? point.text)
                    feed(point.place)
                    feed(point.why)
                }
            }
            feed(policy.wordingOnly?.text)
            feed(policy.facts)
            for link in policy.links { feed(link.url) }
        }
        feed(amendment?.sentence)
        feed(facts)
        for addition in additions {
            feed(addition.after)
            feed(addition.markdown)
        }
        return SHA256.hex(bytes)
    }
}
