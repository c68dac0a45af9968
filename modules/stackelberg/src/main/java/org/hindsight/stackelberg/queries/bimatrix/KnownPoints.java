// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries.bimatrix;

import java.util.ArrayList;
import java.util.List;

/** Queries with known answers: for each response some of its points, and the mean of those, which lies inside its region. */
final class KnownPoints {
    private final int capacity;
    private final int dimension;
    private final List<List<double[]>> points = new ArrayList<>();

    KnownPoints(int responses, int dimension, int capacity) {
        this.capacity = capacity;
        this.dimension = dimension;
        for (int response = 0; response < responses; response++) {
            points.add(new ArrayList<>());
        }
    }

    KnownPoints copy() {
        KnownPoints copy = new KnownPoints(points.size(), dimension, capacity);
        for (int response = 0; response < points.size(); response++) {
            copy.points.get(response).addAll(points.get(response));
        }
        return copy;
    }

    void add(int response, double[] point) {
        List<double[]> own = points.get(response);
        if (own.size() < capacity) {
            own.add(point.clone());
        }
    }

    int count(int response) {
        return points.get(response).size();
    }

    double[] get(int response, int index) {
        return points.get(response).get(index);
    }

    double[] centre(int response) {
        double[] centre = new double[dimension];
        List<double[]> own = points.get(response);
        for (double[] point : own) {
            for (int a = 0; a < dimension; a++) {
                centre[a] += point[a] / own.size();
            }
        }
        return centre;
    }
}
