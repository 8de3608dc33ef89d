import PolicyModel
package import PolicyQueries

extension JSONForm {
    /// Returns the object that `search` prints.
    package static func search(_ answer: SearchAnswer) -> JSON {
        [
            "schemaVersion": schemaVersion,
            "phrase": .string(answer.phrase),
            "inForceOn": .optional(answer.inForceOn?.description),
            "policies": .array(
                answer.entries.map { entry in
                    [
                        "policy": policy(entry.policy),
                        "clause": .string(entry.clause),
                        "runs": .array(
                            entry.runs.map { run in
                                [
                                    "came": point(run.came), "went": run.went.map(point) ?? .null,
                                    "versions": .integer(run.versions),
                                ]
                            }),
                    ]
                }),
            "newestRecorded": .string(answer.newestRecorded.description),
            "findings": findings(answer.findings),
        ]
    }

    private static func point(_ point: SearchAnswer.Point) -> JSON {
        [
            "label": .string(point.label), "recorded": .string(point.recorded.description),
            "commit": .string(point.commit.description), "isEnd": .bool(point.isEnd),
        ]
    }
}
