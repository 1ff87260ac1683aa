// SPDX-License-Identifier: Apache-2.0
/** Walkers who come for a service and go back: served, and home by a set time. */
package org.respite.wheels.service;
