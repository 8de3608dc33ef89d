import PolicyIndex
import PolicyModel

/// The names of the policies that new steps touched, given without looking at any other policy.
///
/// That can be done as long as no two policies claim, or ever claimed, one name: then a policy bears the ids of its own records, the
/// newest as its id, whatever else is there.
struct NamesGiven {
    /// How many policies and how many names there are then.
    private(set) var policies: Int
    private(set) var names: Int
    private var bearers: [Int: IndexedRows.Bearer] = [:]

    /// Gives the names; nil where one that a policy takes is that of another one, so that all have to be given anew.
    ///
    /// - Parameter rows: the rows as they are before the new steps are written.
    init?(to timeline: PolicyTimeline, after known: IndexedState, _ naming: PolicyNaming, _ rows: IndexedRows) throws {
        policies = known.policies
        names = known.names
        var taken: [PolicyID: Int] = [:]
        for (number, policy) in timeline.policies.sorted(by: { $0.key < $1.key }) {
            let ids = try naming.ids(of: policy.records)
            var bearer = IndexedRows.Bearer(names: [], parts: [number])
            var place = policies
            if number < known.timelinePolicies {
                guard let id = try rows.policy(number).id, let held = try rows.bearer(of: id) else {
                    throw IndexError.damaged("a policy")
                }
                place = held
                bearer = try bearers[place] ?? rows.bearer(place)
                // Which of two policies under one id comes after the other may be another question now.
                guard bearer.parts == [number] else { return nil }
            } else {
                policies += 1
            }
            if ids.isEmpty || ids == Array(bearer.names.prefix(1)) { continue }
            for id in ids {
                let holder = try taken[id] ?? rows.bearer(of: id)
                if let holder, holder != place { return nil }
                if holder == nil {
                    taken[id] = place
                    names += 1
                }
                bearer.names.removeAll { $0 == id }
                bearer.names.insert(id, at: 0)
            }
            bearers[place] = bearer
        }
    }

    /// Writes the names that are new.
    func write(_ rows: IndexedRows) throws {
        for (number, bearer) in bearers.sorted(by: { $0.key < $1.key }) { try rows.set(bearer, at: number) }
    }
}
