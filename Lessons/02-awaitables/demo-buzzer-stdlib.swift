let dish = await withCheckedContinuation { buzzer in
    Task {
        try await Task.sleep(for: .seconds(3))
        buzzer.resume(returning: "fries")
        print("buzzer rings")
    }
    print("guest waits")
}
print("guest eats \(dish)")
