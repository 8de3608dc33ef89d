import PolicyModel
import PolicyNotices
import PolicyQueries
import PolicyRendering
import PolicyStore

/// The notices of all versions of policies: as they were approved, where they were, else as they are generated.
struct AnnouncedNotices {
    let source: GitPolicySource
    let chronicle: Chronicle
    let options: NoticeOptions

    /// Returns all notices of some policies as a feed.
    ///
    /// - Parameter announcements: what their versions announced.
    func feed(of announcements: [Announcements], isWhole: Bool) throws -> NoticeFeed {
        let entries = try announcements.flatMap { policy in
            try policy.entries.compactMap { entry -> FeedEntry? in
                guard let difference = entry.difference else { return nil }
                let published = entry.version.published?.startOfDay
                return FeedEntry(
                    notice: try notice(of: difference), published: published ?? entry.first, updated: entry.updated)
            }
        }
        let only = isWhole || announcements.count != 1 ? nil : announcements[0].policy
        let title = only?.title ?? options.settings.brand.name ?? options.settings.publisher
        return NoticeFeed(
            policy: only?.id, title: title ?? announcements.map(\.policy.title).joined(separator: ", "),
            language: options.locale.language, publisher: options.settings.publisher, newest: source.newest.recorded,
            entries: entries)
    }

    /// Returns all versions of some policies with their notices.
    func changelog(of announcements: [Announcements]) throws -> Changelog {
        let parts = try announcements.map { policy in
            Changelog.Part(
                policy: policy.policy,
                entries: try policy.entries.map { entry in
                    Changelog.Entry(version: entry.version, notice: try entry.difference.map(notice))
                })
        }
        return Changelog(
            parts: parts, publisher: options.settings.publisher,
            labels: try ChangelogLabels(language: options.locale.language))
    }

    /// Returns the notice of a difference, in the words that were approved.
    ///
    /// A draft that nobody approved, or that was edited since, is no news yet.
    func notice(of difference: Difference) throws -> Notice {
        guard let file = try EditedNotice(of: difference, options, in: source), file.isApproved(for: difference) else {
            return try Notice(of: [difference], options.with(textsOf: [difference], in: source))
        }
        return try file.applied(to: difference, options, chronicle, in: source)
    }
}
