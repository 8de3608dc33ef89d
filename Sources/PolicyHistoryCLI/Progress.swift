import Dispatch
import Synchronization

/// Tells on a terminal that long work goes on, and how far it is; gone without a trace when it is done.
final class Progress: Sendable {
    private enum Phase { case unwanted, quiet, showing, done }

    private struct State {
        var phase = Phase.unwanted
        var columns = 80
        var start = DispatchTime.now()
        var walked: (done: Int, all: Int)?
    }

    private static let patience = DispatchTimeInterval.milliseconds(500)
    private let state = Mutex(State())

    /// Starts to wait; the first sign is shown after a moment, so that short work shows none.
    func start(columns: Int?) {
        state.withLock { state in
            state.phase = .quiet
            state.columns = columns ?? 80
            state.start = .now()
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) { [weak self] in self?.tick() }
    }

    /// Notes how many commits were looked at, of how many.
    func walked(_ done: Int, of all: Int) { state.withLock { $0.walked = (done, all) } }

    /// Ends it and clears its line.
    func end() {
        state.withLock { state in
            if case .showing = state.phase { _ = Platform.write("\r\u{1B}[K", to: 2) }
            state.phase = .done
        }
    }

    private func tick() {
        let goesOn = state.withLock { state in
            if state.phase == .done { return false }
            state.phase = .showing
            _ = Platform.write("\r\u{1B}[K" + Self.line(state).prefix(state.columns - 1), to: 2)
            return true
        }
        guard goesOn else { return }
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(500)) { [weak self] in self?.tick() }
    }

    private static func line(_ state: State) -> String {
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - state.start.uptimeNanoseconds) / 1e9
        guard let (done, all) = state.walked, done > 0, done < all, seconds > 0 else {
            return "Reading the history … \(Int(seconds)) s"
        }
        let rate = Double(done) / seconds
        let left = Int((Double(all - done) / rate).rounded(.up))
        return "Reading the history … \(done) of \(all) commits, \(Int(rate)) a second, \(left) s left"
    }
}
