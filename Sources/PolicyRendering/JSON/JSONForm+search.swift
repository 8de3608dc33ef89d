import PolicyModel
import PolicyQueries

extension JSONForm {
    /// Returns the object that `search` prints, without its policies: `JSONFrame` puts those in, as they are printed.
    static func search(_ answer: SearchAnswer) -> JSON {
        [
            "findings": findings(answer.findings),
            "inForceOn": .optional(answer.inForceOn?.description),
            "newestRecorded": .string(answer.newestRecorded.description),
            "phrase": .string(answer.phrase),
            "policies": [],
            "schemaVersion": schemaVersion,
        ]
    }
}
