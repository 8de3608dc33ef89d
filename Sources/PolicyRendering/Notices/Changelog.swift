import PolicyDiff
package import PolicyModel
package import PolicyNotices
package import PolicyQueries

/// All versions of policies, the one recorded last first, each with its notice: the page that stands beside a policy.
package struct Changelog: Hashable, Sendable {
    /// One version.
    package struct Entry: Hashable, Sendable {
        /// The version; of the end of a policy, the record that ends it.
        package let version: Version
        /// Its notice; nil where there is nothing to tell.
        package let notice: Notice?

        /// Makes an entry.
        package init(version: Version, notice: Notice?) {
            self.version = version
            self.notice = notice
        }
    }

    /// One policy.
    package struct Part: Hashable, Sendable {
        /// The policy.
        package let policy: PolicyName
        /// Its versions, the one recorded last first.
        package let entries: [Entry]

        /// Makes the part of a policy.
        package init(policy: PolicyName, entries: [Entry]) {
            self.policy = policy
            self.entries = entries
        }
    }

    /// The policies, by id.
    package let parts: [Part]
    /// Who publishes them.
    package let publisher: String?
    /// The fixed words.
    package let labels: ChangelogLabels

    /// Makes a changelog.
    package init(parts: [Part], publisher: String?, labels: ChangelogLabels) {
        self.parts = parts
        self.publisher = publisher
        self.labels = labels
    }

    /// Returns the changelog as Markdown in the shape of Keep a Changelog 1.1.
    package func markdown(_ stationery: Stationery) throws(TemplateError) -> String {
        TextNotice.gathered(try filled(.changelogMarkdown, stationery))
    }

    /// Returns the changelog as a page that stands alone.
    package func html(_ stationery: Stationery) throws(TemplateError) -> String { try filled(.changelog, stationery) }

    private func filled(_ use: TemplateSet.Use, _ stationery: Stationery) throws(TemplateError) -> String {
        var values = JSONForm.changelogMembers(self)
        values["brand"] = stationery.brandValues(publisher: publisher, logo: stationery.logo?.address)
        return try stationery.templates.template(use).filled(with: .object(values))
    }
}

extension JSONForm {
    /// Returns the object that `changelog` prints; `JSONSchemas.changelog` describes it, and its templates read it.
    package static func changelog(_ changelog: Changelog) -> JSON { .object(changelogMembers(changelog)) }

    fileprivate static func changelogMembers(_ changelog: Changelog) -> JSON.Members {
        JSON.Members([
            "schemaVersion": schemaVersion,
            "language": .string(changelog.labels.language),
            "writing": .string(WritingDirection(ofLanguage: changelog.labels.language).rawValue),
            "publisher": .optional(changelog.publisher),
            "title": .string(
                changelog.labels.title(changelog.parts.map(\.policy.title).joined(separator: ", "))),
            "policies": .array(
                changelog.parts.enumerated().map { part($1, number: $0 + 1, changelog.labels) }),
            "labels": ["versions": .string(changelog.labels.versions)],
        ])
    }

    private static func part(_ part: Changelog.Part, number: Int, _ labels: ChangelogLabels) -> JSON {
        [
            "id": .string(part.policy.id.text),
            "title": .string(part.policy.title),
            "heading": .string(labels.title(part.policy.title)),
            "introduction": .string(labels.introduction(part.policy.title)),
            "versions": .array(
                part.entries.enumerated().map { place, entry in
                    self.entry(entry, anchor: "v\(number)-\(part.entries.count - place)", labels)
                }),
        ]
    }

    private static func entry(_ entry: Changelog.Entry, anchor: String, _ labels: ChangelogLabels) -> JSON {
        let version = entry.version
        let locale = FoundationLocale(labels.language)
        let day = version.effective.standard ?? version.published ?? version.recorded.utcDay
        let remark = remark(on: entry, labels)
        // "First version." is said once, whoever says it.
        let reason = version.reason.flatMap { $0.trimmedStop == remark?.trimmedStop ? nil : $0 }
        return [
            "version": self.version(version),
            "anchor": .string(anchor),
            "day": .string(day.description),
            "dayText": .string(locale.date(day)),
            "isWithdrawn": .bool(version.isWithdrawn),
            "remark": .optional(remark),
            "reason": .optional(reason),
            "sections": .array(sections(of: entry, labels)),
            "notice": entry.notice.map(notice) ?? .null,
        ]
    }

    /// What a reader of the list should know of a version without changes of its own.
    private static func remark(on entry: Changelog.Entry, _ labels: ChangelogLabels) -> String? {
        if entry.version.state == .ended { return labels.ended }
        if entry.version.isWithdrawn { return labels.withdrawn }
        var remarks: [String] = []
        if let part = entry.notice?.policies.first {
            switch part.event {
            case .new: remarks.append(labels.first)
            case .untold: remarks += part.summary.suffix(1)
            case .changed, .ended: if part.points.isEmpty { remarks.append(labels.nothing) }
            }
        }
        if entry.version.state == .upcoming {
            let day = entry.version.effective.standard.map(FoundationLocale(labels.language).date)
            remarks.append(day.map(labels.upcoming) ?? labels.upcoming)
        }
        return remarks.isEmpty ? nil : remarks.joined(separator: " ")
    }

    /// The points by what happened, as Keep a Changelog has them.
    private static func sections(of entry: Changelog.Entry, _ labels: ChangelogLabels) -> [JSON] {
        let groups = entry.notice?.policies.flatMap(\.groups) ?? []
        let closing = entry.notice?.policies.compactMap(\.wordingOnly) ?? []
        // What the headings of a notice say of a point, that it is stricter or less strict, stands beside it here.
        let places = Dictionary(
            groups.filter { $0.meaning != .alsoChanged }.flatMap(\.points).map {
                ($0, labels.place($0.place, $0.direction))
            }, uniquingKeysWith: { first, _ in first })
        let points = groups.flatMap(\.points) + closing
        return ChangelogLabels.Section.allCases.compactMap { section in
            let own = points.filter { ChangelogLabels.Section(of: $0) == section }
            if own.isEmpty { return nil }
            return [
                "kind": .string(section.rawValue), "title": .string(labels.sections[section] ?? section.rawValue),
                "points": .array(own.map { ["text": .string($0.text), "place": .optional(places[$0] ?? $0.place)] }),
            ]
        }
    }
}

extension ChangelogLabels.Section {
    /// Finds the section of a point: by the kind of its changes, where they are all of one.
    fileprivate init(of point: NoticePoint) {
        let kinds = point.changes.map(\.kind)
        if kinds.allSatisfy({ $0.hasSuffix("-added") }) {
            self = .added
        } else if kinds.allSatisfy({ $0.hasSuffix("-removed") }) {
            self = .removed
        } else if kinds.allSatisfy({ ["typo-fixed", "correction"].contains($0) }) {
            self = .fixed
        } else {
            self = .changed
        }
    }
}

extension String {
    /// The sentence without its full stop, for comparing it with another.
    fileprivate var trimmedStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
