import PolicyDiff
import PolicyModel
package import PolicyQueries

extension JSONForm {
    /// Returns the object that `diff` and `compare` print.
    package static func difference(_ difference: Difference) -> JSON {
        [
            "schemaVersion": schemaVersion,
            "policy": difference.policy.map(policy) ?? .null,
            "from": difference.from.map(version) ?? .null,
            "to": difference.to.map(version) ?? .null,
            "summary": summary(difference.comparison),
            "changes": .changes(difference.comparison.changes),
            "findings": findings(difference.findings + difference.comparison.findings),
        ]
    }

    /// Returns the object that `since` prints.
    package static func since(_ answer: SinceAnswer) -> JSON {
        let late = answer.recordedLate.map { version in
            finding(
                Finding(
                    id: "recorded-late", severity: .note,
                    message:
                        "Version \(version.label) of \(version.policy) was recorded on \(version.recorded.utcDay), "
                        + "after \(answer.since), but took effect before it."))
        }
        return [
            "schemaVersion": schemaVersion,
            "since": .string(answer.since.description),
            "until": .string(answer.until.description),
            "axis": .string(answer.axis.rawValue),
            "policies": .array(answer.policies.map(news)),
            "unchanged": .array(answer.unchanged.map { .string($0.text) }),
            "findings": .array(answer.findings.map(finding) + late + [answer.askedAhead.map(ahead)].compactMap(\.self)),
        ]

        func ahead(_ today: CivilDate) -> JSON {
            finding(
                Finding(
                    id: "date-ahead", severity: .note,
                    message: "\(answer.since) lies ahead (today is \(today)): the answer is what is known so far."))
        }
    }

    /// The news of one policy.
    static func news(_ news: PolicyNews) -> JSON {
        [
            "schemaVersion": schemaVersion,
            "policy": policy(news.policy),
            "from": news.from.map(version) ?? .null,
            "to": news.to.map(version) ?? .null,
            "summary": summary(news.comparison),
            "changes": .changes(news.comparison.changes),
            "findings": findings(news.findings + news.comparison.findings),
            "versions": .array(news.versions.map(version)),
            "upcoming": .array(news.upcoming.map(upcoming)),
        ]
    }

    /// A coming version; `rules` where not the version as a whole takes effect.
    private static func upcoming(_ upcoming: UpcomingVersion) -> JSON {
        var members = members(of: upcoming.version)
        members["rules"] =
            upcoming.rules.map { rules -> JSON in
                ["effective": .string(rules.day.description), "ids": .array(rules.ids.map { .string($0) })]
            } ?? JSON.null
        return .object(members)
    }

    /// Returns the object that `log` prints: versions newest first; `changes` is null where they were not asked for.
    package static func log(_ log: VersionLog) -> JSON {
        [
            "schemaVersion": schemaVersion, "policies": .array(log.entries.map(entry)),
            "findings": findings(log.findings),
        ]
    }

    /// The versions of one policy.
    static func entry(_ entry: VersionLog.Entry) -> JSON {
        [
            "policy": policy(entry.policy),
            "aliases": .array(entry.aliases.map { .string($0.text) }),
            "versions": .array(entry.versions.map(version)),
            "changes": entry.changes.isEmpty
                ? .null
                : .array(
                    entry.changes.map { comparison in
                        comparison.map { ["summary": summary($0), "changes": .changes($0.changes)] } ?? .null
                    }),
        ]
    }

    /// Returns the object that `show` prints.
    package static func shown(_ shown: ShownVersion) -> JSON {
        [
            "schemaVersion": schemaVersion, "policy": policy(shown.policy), "version": version(shown.version),
            "audiences": .array(
                shown.version.effective.audiences.map {
                    ["audience": .string($0.name), "effective": .optional($0.date?.description)]
                }),
            "marks": .array(shown.version.marks.map { .string(Wording.mark($0)) }),
            "rules": .array(
                shown.rules.map {
                    [
                        "rule": .string($0.rule), "version": .string($0.label),
                        "effective": .string($0.day.description),
                        "state": .string(($0.isInForce ? VersionState.inForce : .upcoming).rawValue),
                        "boundBy": .optional($0.boundBy),
                    ]
                }),
            "text": .string(shown.text), "findings": findings(shown.findings),
        ]
    }

    /// Returns the object that `policies` prints.
    package static func policies(_ list: PolicyList) -> JSON {
        let entries = list.entries.map { entry -> JSON in
            [
                "policy": policy(entry.policy),
                "aliases": .array(entry.aliases.map { .string($0.text) }),
                "inForce": entry.inForce.map(version) ?? .null,
                "newest": version(entry.newest),
                "versions": .integer(entry.versions),
                "upcoming": .integer(entry.upcoming),
            ]
        }
        return [
            "schemaVersion": schemaVersion, "layout": .string(list.layout.rawValue), "policies": .array(entries),
            "findings": findings(list.findings),
        ]
    }
}
