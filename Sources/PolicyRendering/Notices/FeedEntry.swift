package import PolicyModel
package import PolicyNotices

/// A notice as feeds announce it.
package struct FeedEntry: Hashable, Sendable {
    /// The notice.
    package let notice: Notice
    /// When it came out.
    package let published: Instant
    /// When it last changed in a way that its readers should look at it again.
    package let updated: Instant

    /// Makes an entry.
    package init(notice: Notice, published: Instant, updated: Instant) {
        self.notice = notice
        self.published = published
        self.updated = max(published, updated)
    }

    /// Where to read on; nil where the settings name no address.
    var link: String? { ShortNotice(notice, brand: Brand()).link }
}

/// All notices of a policy, or of all policies of a repository.
package struct NoticeFeed: Hashable, Sendable {
    /// The policy; nil for the whole repository.
    package let policy: PolicyID?
    /// What to call it.
    package let title: String
    /// The language of its notices (BCP 47).
    package let language: String
    /// Who publishes the policies.
    package let publisher: String?
    /// When the newest record was made: what stands for `updated` where there is no entry.
    package let newest: Instant
    /// The notices, newest first.
    package let entries: [FeedEntry]

    /// Makes a feed; its entries are put in order.
    package init(
        policy: PolicyID?, title: String, language: String, publisher: String?, newest: Instant, entries: [FeedEntry]
    ) {
        self.policy = policy
        self.title = title
        self.language = language
        self.publisher = publisher
        self.newest = newest
        self.entries = entries.sorted {
            $0.published != $1.published ? $0.published > $1.published : $0.notice.id > $1.notice.id
        }
    }

    /// The path of its permanent id.
    var path: String { policy.map { "notices/\($0)" } ?? "notices" }

    /// Returns an address of the settings with the policy in its place; nil where it is not set or leads nowhere.
    func address(_ pattern: String?) -> String? {
        guard let pattern else { return nil }
        let escaped = (policy?.text ?? "all").utf8.map { byte -> String in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: String(UnicodeScalar(byte))
            default: "%" + String(decoding: QuotedPrintable.hexadecimal(byte), as: UTF8.self)
            }
        }
        let address = pattern.replacing("{policy}", with: escaped.joined())
        return Address.isSafe(address) ? address : nil
    }
}
