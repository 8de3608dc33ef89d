import PolicyModel
package import PolicyQueries

extension JSONForm {
    /// Returns the object that `search` prints.
    ///
    /// - Parameter all: whether the clauses of earlier versions are there, too.
    package static func search(_ answer: SearchAnswer, all: Bool = false) -> JSON {
        [
            "schemaVersion": schemaVersion,
            "phrase": .string(answer.phrase),
            "inForceOn": .optional(answer.inForceOn?.description),
            "policies": .array(
                answer.entries.map { entry in
                    [
                        "policy": policy(entry.policy),
                        "clause": .optional(entry.clauses.first?.text),
                        "clauses": .array(
                            entry.clauses.prefix(all ? .max : entry.newest).map { clause in
                                ["text": .string(clause.text), "runs": runs(clause.runs)]
                            }),
                        "clauseCount": .integer(entry.clauses.count),
                        "runs": runs(entry.runs),
                    ]
                }),
            "newestRecorded": .string(answer.newestRecorded.description),
            "findings": findings(answer.findings),
        ]
    }

    private static func runs(_ runs: [SearchAnswer.Run]) -> JSON {
        .array(
            runs.map { run in
                [
                    "came": point(run.came), "went": run.went.map(point) ?? .null,
                    "versions": .integer(run.versions),
                ]
            })
    }

    private static func point(_ point: SearchAnswer.Point) -> JSON {
        [
            "label": .string(point.label), "recorded": .string(point.recorded.description),
            "commit": .string(point.commit.description), "isEnd": .bool(point.isEnd),
        ]
    }
}
