"""One file for each platform, and the couriers to PV."""
