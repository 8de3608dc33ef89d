print("policyhistory")
