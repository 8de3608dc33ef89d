import PolicyModel
import Synchronization

extension Chronicle {
    /// Returns the transformed items in their order, run as `perform` runs them; throws the first item's error, in order.
    func concurrentMap<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ transform: @Sendable (Item) throws -> Result
    ) throws -> [Result] {
        let results = Mutex<[Swift.Result<Result, any Error>?]>(Array(repeating: nil, count: items.count))
        perform(items.count) { index in
            let result = Swift.Result { try transform(items[index]) }
            results.withLock { $0[index] = result }
        }
        return try results.withLock { $0 }.map { try $0.unwrapped() }
    }
}

extension Chronicle {
    /// Returns what is made of some policies, in their order.
    ///
    /// Those with most records come first: were the longest history begun last, it would be worked on while other threads are done.
    func concurrentMap<Result: Sendable>(
        _ histories: [PolicyHistory], _ transform: @Sendable (PolicyHistory) throws -> Result
    ) throws -> [Result] {
        let order = histories.indices.sorted { left, right in
            (histories[right].records.count, left) < (histories[left].records.count, right)
        }
        let results = try concurrentMap(order) { try transform(histories[$0]) }
        let places = zip(order, results).sorted { $0.0 < $1.0 }
        return places.map(\.1)
    }
}

extension Optional {
    /// The value of work that must have been done; a performer that skipped it is a mistake of whoever handed it over.
    fileprivate func unwrapped<Value, Failure>() throws -> Value where Wrapped == Result<Value, Failure> {
        switch self {
        case .some(let result): return try result.get()
        case .none: throw WorkWasSkipped()
        }
    }
}

/// The performer returned before all work was done.
struct WorkWasSkipped: Error {}
